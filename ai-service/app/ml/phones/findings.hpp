#pragma once
// What a learner is told that was heard: from probabilities of errors and the likelihoods of single
// edits. Pure.
#include <string>
#include <vector>

#include "ml/phones/aligner.hpp"
#include "ml/phones/ctc.hpp"

namespace lexi::ml {

/// Probabilities from which an error is told. High, because learners stop believing a judge that
/// invents mistakes: with these, 1 of 20 right sentences gets any.
inline constexpr PhoneErrors kTold{.left_out = 0.28, .exchanged = 0.47, .followed = 0.53};

/// What may have been said in the place of phone `symbol`: itself, another, nothing; the
/// probabilities of what is listed, at least 2 % each, likeliest first.
std::vector<HeardAs> heard_as(const PhoneEvidence& phone, std::size_t symbol);

/// The phone itself, another one, or empty for nothing, where that is to be told.
std::string plainly_heard(const PhoneEvidence& phone, std::size_t symbol, const PhoneErrors& errors,
                          const PhoneErrors& told = kTold);

/// The likeliest sound put into a gap; empty where it is not to be told.
std::string plainly_added(const PhoneRow& gap, double probability, double told = kTold.followed);

}  // namespace lexi::ml
