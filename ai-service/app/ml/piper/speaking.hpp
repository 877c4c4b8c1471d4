#pragma once
// A read text, spoken: by a Piper voice, or by espeak-ng's own.
#include <memory>
#include <vector>

#include "ml/piper/piper_voice.hpp"
#include "ml/piper/text/phrases.hpp"
#include "ml/piper/tts.hpp"

namespace lexi::ml {

/// Utterance by utterance; with `quick` the first is a short one. `voice` outlives the pieces,
/// whose next() throws Ort::Exception when the runtime breaks.
Result<std::unique_ptr<TtsPieces>> piper_pieces(const PiperVoice& voice,
                                                std::vector<spoken::Phrase> phrases, double speed,
                                                bool quick);

/// Vietnamese by espeak-ng, the English words in it by its English voice. Takes no given phonemes
/// (Fault::invalid).
Result<std::unique_ptr<TtsPieces>> espeak_pieces(const std::vector<spoken::Phrase>& phrases,
                                                 double speed);

}  // namespace lexi::ml
