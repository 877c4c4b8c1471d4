#pragma once
// From PocketSphinx's numbers to scores of 0-100. Pure.
#include <string>
#include <vector>

#include "ml/phones/aligner.hpp"
#include "ml/phones/ps_decoder.hpp"

namespace lexi::ml {

/// A word as it is written and the ARPAbet that is expected for it.
struct ExpectedWord {
    std::string text;
    std::vector<std::string> phones;
};

/// 0-100 for a sound's log likelihood a frame (at most 0; relative to the best model of each frame,
/// in units of 0.1 nat). On a logarithmic scale between what is as good as a voice for speech
/// synthesis (100) and what two sounds that have nothing in common give (0). The ends were set on
/// 300 recordings of speechocean762's training half and 30 synthesised sentences; each phone is
/// seen relative to its own median there.
double phone_score(const std::string& phone, double per_frame);

/// The free loop's phone over most of `sound`; empty where it heard none.
std::string heard_at(const Segment& sound, const std::vector<Segment>& free);

/// `aligned` has one entry for each of `words`.
AlignResult score_alignment(const std::vector<ExpectedWord>& words,
                            const std::vector<AlignedWord>& aligned,
                            const std::vector<Segment>& free);

/// For sound over which the text cannot be laid: the expected phones against the heard ones by
/// their order alone. Scores stay low and confidence very low.
AlignResult score_by_order(const std::vector<ExpectedWord>& words,
                           const std::vector<Segment>& free);

/// For each of `expected` the index in `heard` that it matches, or -1: the cheapest way to turn one
/// row into the other (Levenshtein, with phone_distance for a substitution).
std::vector<int> match_phones(const std::vector<std::string>& expected,
                              const std::vector<std::string>& heard);

}  // namespace lexi::ml
