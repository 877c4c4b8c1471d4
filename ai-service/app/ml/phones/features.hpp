#pragma once
// What the scorer sees of a recording: figures for each expected phone and for the whole. The
// order of the figures is part of the scorer's file format: a change needs new training. Pure.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ml/phones/ctc.hpp"
#include "ml/phones/recognizer.hpp"

namespace lexi::ml {

struct ExpectedPhones {
    std::string text;                 // the word as written
    std::vector<std::size_t> phones;  // indices into kPhones
};

inline constexpr std::size_t kPhoneFigures = 58;
inline constexpr std::size_t kWholeFigures = 12;

/// Rows are phones in the text's order.
struct JudgeFeatures {
    std::vector<std::int64_t> phones;  // index of each
    std::vector<std::size_t> words;    // which word each belongs to
    std::vector<float> figures;        // [phones, kPhoneFigures]
    std::vector<float> pooled;         // [phones, kept * width]: encoder's layers over the phone
    std::vector<float> whole;          // [kWholeFigures]
    std::vector<float> whole_pooled;   // [kept * width]: mean over all frames
};

/// `evidence` is of the words' phones one after another and has all of them.
JudgeFeatures judge_features(const std::vector<ExpectedPhones>& words, const CtcEvidence& evidence,
                             const PhoneFrames& frames, std::span<const float> pcm);

}  // namespace lexi::ml
