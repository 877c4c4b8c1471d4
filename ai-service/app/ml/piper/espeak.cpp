#include "ml/piper/espeak.hpp"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <cmath>

namespace lexi::ml {
namespace {

// How a clause ended, as espeak-ng's translate.h packs it: a pause in the low bits, then the
// intonation, then the kind. The public header names the value but not its bits.
constexpr int kIntonation = 0x7000;
constexpr int kComma = 0x1000;
constexpr int kQuestion = 0x2000;
constexpr int kExclamation = 0x3000;
constexpr int kPause = 0xfff;
constexpr int kClause = 0x40000;
constexpr int kSentence = 0x80000;

std::string mark_of(int end) {
    if ((end & kSentence) != 0) {
        if ((end & kIntonation) == kQuestion) return "?";
        if ((end & kIntonation) == kExclamation) return "!";
        return ".";
    }
    if ((end & kClause) == 0) return "";
    if ((end & kIntonation) != kComma) return ":";
    return (end & kPause) >= 30 ? ";" : ",";
}

// espeak-ng reads a letter ahead to see that a clause is over, so `next` lies inside the word after
// it.
const char* end_of_clause(const char* begin, const char* next) {
    if (next == nullptr) return begin + std::string_view(begin).size();
    const char* at = next;
    constexpr int kLetter = 5;  // a blank and the longest UTF-8 letter
    for (int back = 0; at > begin && back < kLetter; ++back, --at) {
        if (std::string_view(" \t\r\n").contains(at[-1])) return at;
    }
    return next;
}

int take_sound(short* samples, int count, espeak_EVENT* events) {
    auto* spoken = static_cast<Spoken*>(events->user_data);
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
        if (events->type != espeakEVENT_WORD) continue;
        spoken->words.push_back(
            {.at = static_cast<std::size_t>(std::max(1, events->text_position)) - 1,
             .length = static_cast<std::size_t>(events->length),
             .start = events->audio_position / 1000.0});
    }
    if (samples != nullptr) spoken->pcm.insert(spoken->pcm.end(), samples, samples + count);
    return 0;
}

}  // namespace

Espeak& Espeak::get() {
    static Espeak one;
    return one;
}

Espeak::Espeak() {
    const int rate =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0) return;
    rate_ = static_cast<std::uint32_t>(rate);
    espeak_SetSynthCallback(take_sound);
}

Espeak::~Espeak() {
    if (rate_ != 0) espeak_Terminate();
}

Result<void> Espeak::choose(const std::string& voice) {
    if (rate_ != 0 && voice_ == voice) return {};
    if (rate_ == 0 || espeak_SetVoiceByName(voice.c_str()) != EE_OK) {
        return fail(Fault::unavailable, "The speech data is not installed.");
    }
    voice_ = voice;
    return {};
}

Result<std::vector<Clause>> Espeak::clauses(const std::string& text, const std::string& voice) {
    const std::scoped_lock lock(mutex_);
    if (auto chosen = choose(voice); !chosen) return std::unexpected(chosen.error());
    std::vector<Clause> found;
    const char* at = text.c_str();
    const char* begin_of_text = at;  // of the clause, as written
    while (at != nullptr && *at != '\0') {
        const char* begin = at;
        int end = 0;
        const void* next = at;
        const char* ipa =
            espeak_TextToPhonemesWithTerminator(&next, espeakCHARS_UTF8, espeakPHONEMES_IPA, &end);
        at = static_cast<const char*>(next);
        const char* stop = end_of_clause(begin, at);
        Clause clause{.text = std::string(begin_of_text, stop),
                      .ipa = ipa == nullptr ? "" : ipa,
                      .mark = mark_of(end),
                      .ends_sentence = (end & kSentence) != 0};
        begin_of_text = stop;
        found.push_back(std::move(clause));
    }
    return found;
}

Result<std::string> Espeak::phonemes(const std::string& words, const std::string& voice) {
    const std::scoped_lock lock(mutex_);
    if (auto chosen = choose(voice); !chosen) return std::unexpected(chosen.error());
    std::string found;
    for (const void* at = words.c_str(); at != nullptr && *static_cast<const char*>(at) != '\0';) {
        const char* ipa =
            espeak_TextToPhonemes(&at, espeakCHARS_UTF8, espeakPHONEMES_IPA | ('_' << 8));
        if (!found.empty()) found += ' ';
        if (ipa != nullptr) found += ipa;
    }
    return found;
}

Result<Spoken> Espeak::speak(const std::string& text, const std::string& voice, double speed) {
    const std::scoped_lock lock(mutex_);
    if (auto chosen = choose(voice); !chosen) return std::unexpected(chosen.error());
    espeak_SetParameter(espeakRATE, static_cast<int>(std::lround(160 * speed)), 0);
    Spoken spoken{.pcm = {}, .rate = rate_, .words = {}};
    if (espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr,
                     &spoken) != EE_OK) {
        return fail(Fault::internal, "The text could not be spoken.");
    }
    return spoken;
}

}  // namespace lexi::ml
