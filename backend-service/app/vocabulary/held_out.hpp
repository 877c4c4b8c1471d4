#pragma once
// Whether a fit is worth having: judged on the newest fifth of the answers, which it did not see.
#include "app/vocabulary/fsrs_optimizer.hpp"

namespace lexi::vocabulary {

struct Verdict {
    Weights weights;         // the fit to all reviews, or what there was
    double loss_before = 0;  // on the newest answers, with what there was
    double loss_after = 0;   // and with a fit to the older ones
    bool is_better = false;
    std::optional<double> best_retention{};
};

/// Nothing where there are too few answers to judge by, or `stop` asked to end.
std::optional<Verdict> judge_fit(const Histories& histories, const Weights& current,
                                 std::stop_token stop = {});

}  // namespace lexi::vocabulary
