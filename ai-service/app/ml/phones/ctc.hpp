#pragma once
// How well a row of phones explains a recording, and what single changes of it would explain it
// better: segmentation-free goodness of pronunciation (arXiv 2507.16838) over substitutions,
// deletions and insertions, from the frame probabilities of a CTC model. Pure.
//
// No phone is cut out of the recording: every figure sums over all ways in which the whole row may
// lie in it, so that one wrong phone does not lower its neighbours. The row's forward and backward
// probabilities are computed once; an edit then needs one pass over the frames.
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "ml/phones/phone_set.hpp"

namespace lexi::ml {

using PhoneRow = std::array<float, kPhones.size()>;

/// Frame log probabilities, [frames, kSymbols].
struct CtcFrames {
    std::span<const float> log_probability;
    std::size_t count() const { return log_probability.size() / kSymbols; }
    std::span<const float> at(std::size_t frame) const {
        return log_probability.subspan(frame * kSymbols, kSymbols);
    }
};

inline constexpr float kMostRatio = 30;

/// What speaks for and against one expected phone. Ratios are natural logarithms of
/// P(recording | edited row) / P(recording | row), within -kMostRatio..kMostRatio.
struct PhoneEvidence {
    PhoneRow substitution{};      // by each phone; 0 for the phone itself
    float deletion = 0;           // the phone left out
    PhoneRow insertion_before{};  // each phone put before it
    float occupancy = 0;          // expected frames in the phone's own state
    float centre = 0;             // expected frame
    float own = 0;                // mean log probability of the phone over its frames
    float best_other = 0;         // the same of the best other phone in each frame
    std::vector<float> weight;    // [frames]: probability of being in the phone's state

    /// `substitution` with the phone itself (`symbol`) the least likely.
    PhoneRow exchanges(std::size_t symbol) const {
        auto row = substitution;
        row[symbol] = -kMostRatio;
        return row;
    }
};

struct CtcEvidence {
    std::vector<PhoneEvidence> phones;
    PhoneRow insertion_last{};  // each phone put after the last
    double log_likelihood = 0;  // of the row
    double best_path = 0;       // of the likeliest symbols, whatever they are

    /// Each phone put after phone `at`.
    const PhoneRow& insertion_after(std::size_t at) const {
        return at + 1 == phones.size() ? insertion_last : phones[at + 1].insertion_before;
    }
};

/// Of a row of at least one phone. A row that cannot lie in so few frames has -infinity.
double ctc_log_likelihood(CtcFrames frames, std::span<const std::size_t> row);

/// Empty `phones` where the row cannot lie in the frames.
CtcEvidence ctc_evidence(CtcFrames frames, std::span<const std::size_t> row);

}  // namespace lexi::ml
