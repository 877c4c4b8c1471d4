#pragma once
// Whether two topics ask for the same exercises. The cosine of their vectors alone cannot tell:
// "past simple questions" is as near to "past simple negatives" as to a paraphrase of itself. Pure.
#include <set>
#include <string>
#include <string_view>

namespace lexi::generation {

/// The words of a topic that tell what it is about, as stems, without what requests are wrapped in.
std::multiset<std::string> telling_words(std::string_view topic);

/// A word of each topic that the other has not, or one more word that changes the meaning (a
/// negation, number, tense, particle, …): then no cosine makes them the same.
bool told_apart(std::string_view one, std::string_view other);

/// From this cosine on two topics that are not told apart are the same. One half of
/// tests/data/cache would allow 0.30 and is measured on the other (bench/cache); the rest is a
/// margin for topics that are not in it, and costs two hits in a hundred.
inline constexpr double kSameTopic = 0.60;

}  // namespace lexi::generation
