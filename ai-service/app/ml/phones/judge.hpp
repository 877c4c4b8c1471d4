#pragma once
// The pronunciation judge whole: phones of a text laid over a recording, scored as experts would.
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ml/phones/aligner.hpp"
#include "ml/phones/listening.hpp"
#include "ml/phones/scorer_model.hpp"

namespace lexi::ml {

struct JudgeFiles {
    RecognizerFiles recognizer;
    std::string scorer;
    std::string dictionary;
};

class Judge {
public:
    /// Blocks. The error names no path.
    static std::expected<std::shared_ptr<Judge>, std::string> load(const JudgeFiles& files,
                                                                   int threads);

    /// Words without sounds are left out; one that has no others, or more than its sound can hold,
    /// gives no words. Blocks; thread-safe; throws Ort::Exception when the runtime breaks.
    AlignResult judge(std::span<const float> pcm, const std::vector<AskedWord>& words) const;
    std::vector<std::string> phones_of(const std::string& word) const;
    std::uint64_t bytes() const { return recognizer_->bytes() + scorer_->bytes(); }

private:
    Judge(std::shared_ptr<PhoneRecognizer> recognizer, std::shared_ptr<ScorerModel> scorer,
          Lexicon lexicon)
        : recognizer_(std::move(recognizer)),
          scorer_(std::move(scorer)),
          lexicon_(std::move(lexicon)) {}

    std::shared_ptr<PhoneRecognizer> recognizer_;
    std::shared_ptr<ScorerModel> scorer_;
    Lexicon lexicon_;
};

}  // namespace lexi::ml
