#pragma once
// An analysis in the JSON of Azure's pronunciation assessment (detailed output, hundred marks,
// IPA), for clients that were written for it. Members are named as it names them. Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pronunciation/schema.hpp"

namespace lexi::pronunciation::azure {

struct Accuracy {
    double AccuracyScore = 0;  // 0-100
};

struct HeardPhoneme {
    std::string Phoneme;
    double Score = 0;  // 0-100
};

struct PhonemeAccuracy {
    double AccuracyScore = 0;
    std::vector<HeardPhoneme> NBestPhonemes;
};

/// Offsets and durations are in ticks of 100 ns.
struct Phoneme {
    std::string Phoneme;
    PhonemeAccuracy PronunciationAssessment;
    std::int64_t Offset = 0;
    std::int64_t Duration = 0;
};

struct Syllable {
    std::string Syllable;
    std::string Grapheme;
    Accuracy PronunciationAssessment;
    std::int64_t Offset = 0;
    std::int64_t Duration = 0;
};

struct WordAccuracy {
    double AccuracyScore = 0;
    std::string ErrorType;  // None, Mispronunciation, Omission, Insertion
};

struct Word {
    std::string Word;
    WordAccuracy PronunciationAssessment;
    std::int64_t Offset = 0;
    std::int64_t Duration = 0;
    std::vector<Syllable> Syllables;
    std::vector<Phoneme> Phonemes;
};

struct Scores {
    double AccuracyScore = 0;
    double FluencyScore = 0;
    std::optional<double> ProsodyScore;
    double CompletenessScore = 0;
    double PronScore = 0;  // our overall score
};

struct Best {
    double Confidence = 0;  // 0-1
    std::string Lexical;    // lower case, no marks
    std::string ITN;
    std::string MaskedITN;
    std::string Display;
    Scores PronunciationAssessment;
    std::vector<Word> Words;
};

struct Assessment {
    std::string Id;
    std::string RecognitionStatus;  // always "Success": what could not be judged is a problem
    std::int64_t Offset = 0;
    std::int64_t Duration = 0;
    std::int64_t Channel = 0;
    std::string DisplayText;  // what was heard
    double SNR = 0;           // dB
    std::vector<Best> NBest;  // one
};

Assessment assessment_of(const ResultView& result);

}  // namespace lexi::pronunciation::azure
