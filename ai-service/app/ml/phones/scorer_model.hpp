#pragma once
// From figures to the scores that experts would give (ai-service/training/scorer.py).
#include <onnxruntime_cxx_api.h>

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "ml/phones/aligner.hpp"
#include "ml/phones/features.hpp"

namespace lexi::ml {

/// All scores 0-100.
struct ExpertScores {
    std::vector<double> phones;
    std::vector<double> words;
    double accuracy = 0;
    double fluency = 0;
    double prosody = 0;
    double overall = 0;
    double overall_error = 0;  // standard deviation to expect of `overall`
    std::vector<PhoneErrors> errors;
};

class ScorerModel {
public:
    /// Blocks. The error names no path.
    static std::expected<std::shared_ptr<ScorerModel>, std::string> load(const std::string& path);

    /// Blocks; thread-safe; throws Ort::Exception when the runtime breaks.
    ExpertScores score(JudgeFeatures features) const;
    std::uint64_t bytes() const { return bytes_; }

private:
    explicit ScorerModel(Ort::Session session) : session_(std::move(session)) {}

    mutable Ort::Session session_;  // Run() does not change it, but is not const
    std::uint64_t bytes_ = 0;
};

}  // namespace lexi::ml
