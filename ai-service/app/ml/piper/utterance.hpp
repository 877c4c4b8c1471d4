#pragma once
// From a text to the sounds of its sentences, word by word.
#include <string>
#include <vector>

#include "kit/result.hpp"
#include "ml/piper/phoneme_ids.hpp"
#include "ml/piper/text/phrases.hpp"

namespace lexi::ml {

/// What a voice speaks in one go: a sentence, or a part of one.
struct Utterance {
    std::vector<Sound> sounds;
    std::vector<std::string> words;  // as written; Sound::word counts in it
    bool ends_sentence = false;

    /// All sounds in a row, as Piper's voices were trained: "həlˈoʊ, wˈɜːld."
    std::string ipa() const;
};

/// One utterance a sentence; with `quick` the first one is cut so that a voice has it ready soon:
/// after its first phrase, and within one of more than 8 words.
std::vector<std::vector<spoken::Phrase>> cut(std::vector<spoken::Phrase> phrases, bool quick);

/// The sounds of `phrases` for a voice of language `voice`: words of the other language with the
/// nearest sounds that the voice was trained on. Blocks shortly (espeak-ng takes turns);
/// unavailable without espeak-ng's data.
Result<Utterance> utterance_of(const std::vector<spoken::Phrase>& phrases, spoken::Tongue voice);

}  // namespace lexi::ml
