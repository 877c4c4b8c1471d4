#pragma once
// The pronunciation judge whole: phones of a text laid over a recording, scored as experts would.
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ml/phones/aligner.hpp"
#include "ml/phones/findings.hpp"
#include "ml/phones/likelihood.hpp"
#include "ml/phones/listening.hpp"
#include "ml/phones/scorer_model.hpp"

namespace lexi::ml {

struct JudgeFiles {
    RecognizerFiles recognizer;
    std::string scorer;
    std::string dictionary;
    /// Another phone model (ctc_model.hpp), heard instead of `recognizer`; its scores come from
    /// likelihoods alone. Empty: none.
    std::string other_model;
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
    /// On experts' scores; false with another phone model.
    bool trained() const { return scorer_ != nullptr; }
    std::uint64_t bytes() const { return listener_->bytes() + (scorer_ ? scorer_->bytes() : 0); }

private:
    Judge(std::shared_ptr<PhoneListener> listener, std::shared_ptr<ScorerModel> scorer,
          Lexicon lexicon)
        : listener_(std::move(listener)),
          scorer_(std::move(scorer)),
          told_(scorer_ ? kTold : kToldByLikelihood),
          lexicon_(std::move(lexicon)) {}
    void add_word(AlignResult& result, const Listening& heard, const ExpertScores& scores,
                  std::size_t word, std::size_t from, double duration) const;
    PhoneScore phone_score(const Listening& heard, const ExpertScores& scores, std::size_t at,
                           std::size_t symbol, double duration) const;

    std::shared_ptr<PhoneListener> listener_;
    std::shared_ptr<ScorerModel> scorer_;  // none with another phone model
    PhoneErrors told_;
    Lexicon lexicon_;
};

}  // namespace lexi::ml
