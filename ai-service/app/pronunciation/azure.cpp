#include "pronunciation/azure.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace lexi::pronunciation::azure {
namespace {

constexpr double kTicks = 1e7;  // a second

std::int64_t ticks(double seconds) { return std::llround(seconds * kTicks); }

// UTF-16 units [start, end) of UTF-8 text.
std::string part_of(const std::string& text, const LettersView& letters) {
    std::string part;
    std::int64_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (units >= letters.start && units < letters.end) part += text.substr(at, bytes);
        units += bytes == 4 ? 2 : 1;
        at += bytes;
    }
    return part;
}

// What was heard, as words alone: "i like green tea".
std::string lexical(const std::string& transcript) {
    std::string words;
    for (const char c : transcript) {
        const auto byte = static_cast<unsigned char>(c);
        const bool mark = std::ispunct(byte) != 0 && c != '\'';
        if (!mark) words += static_cast<char>(std::tolower(byte));
    }
    return words;
}

std::string error_name(const std::string& error_type) {
    if (error_type == "none") return "None";
    std::string name = error_type;
    if (!name.empty())
        name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name;
}

Phoneme phoneme_of(const PhonemeView& view) {
    Phoneme phoneme{.Phoneme = view.ipa,
                    .PronunciationAssessment = {.AccuracyScore = view.score, .NBestPhonemes = {}},
                    .Offset = ticks(view.start),
                    .Duration = ticks(view.end - view.start)};
    for (const auto& heard : view.nbest) {
        if (heard.phoneme.empty()) continue;  // Azure has no way to say that nothing was heard
        phoneme.PronunciationAssessment.NBestPhonemes.push_back(
            {.Phoneme = heard.ipa, .Score = std::round(heard.probability * 100)});
    }
    return phoneme;
}

Word word_of(const WordView& view) {
    Word word{.Word = view.word,
              .PronunciationAssessment = {.AccuracyScore = view.score,
                                          .ErrorType = error_name(view.error_type)},
              .Offset = ticks(view.start),
              .Duration = ticks(view.end - view.start),
              .Syllables = {},
              .Phonemes = {}};
    for (const auto& syllable : view.syllables) {
        word.Syllables.push_back(
            {.Syllable = syllable.ipa,
             .Grapheme = syllable.letters ? part_of(view.word, *syllable.letters) : "",
             .PronunciationAssessment = {.AccuracyScore = syllable.score},
             .Offset = ticks(syllable.start),
             .Duration = ticks(syllable.end - syllable.start)});
    }
    for (const auto& phoneme : view.phonemes) {
        // A sound that the text does not have has no place in Azure's list.
        if (!phoneme.expected.empty()) word.Phonemes.push_back(phoneme_of(phoneme));
    }
    return word;
}

}  // namespace

Assessment assessment_of(const ResultView& result) {
    const auto& analysis = result.analysis;
    Best best{.Confidence = result.confidence,
              .Lexical = lexical(result.transcript),
              .ITN = lexical(result.transcript),
              .MaskedITN = lexical(result.transcript),
              .Display = result.transcript,
              .PronunciationAssessment = {.AccuracyScore = analysis.pronunciation_score,
                                          .FluencyScore = analysis.fluency_score,
                                          .ProsodyScore = analysis.prosody_score,
                                          .CompletenessScore = analysis.completeness_score,
                                          .PronScore = analysis.overall_score},
              .Words = {}};
    double begin = 0, end = 0;
    for (const auto& view : analysis.words) {
        best.Words.push_back(word_of(view));
        if (best.Words.size() == 1) begin = view.start;
        end = std::max(end, view.end);
    }
    return {.Id = result.id,
            .RecognitionStatus = "Success",
            .Offset = ticks(begin),
            .Duration = ticks(end - begin),
            .Channel = 0,
            .DisplayText = result.transcript,
            .SNR = result.audio_quality.snr_db,
            .NBest = {std::move(best)}};
}

}  // namespace lexi::pronunciation::azure
