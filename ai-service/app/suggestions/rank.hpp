#pragma once
// What to work on next, from what a learner did. Pure.
#include <string>
#include <vector>

#include "kit/clock.hpp"

namespace lexi::suggestions {

/// One time that a skill was asked of a learner, wherever that was seen.
struct Try {
    std::string skill;
    bool right = false;
    std::string text;
    std::string expected;
    std::string actual;
    Instant at;
};

struct Need {
    std::string skill;
    double priority = 0;  // 0-1
    std::int64_t tries = 0;
    std::int64_t mistakes = 0;
    double mastery = 0;          // 0-1: the share of right ones, the newest counting most
    std::string often_heard_as;  // the commonest `actual` of the mistakes
    std::vector<Try> newest;     // mistakes, newest first, at most three
};

/// The most urgent first. A mistake loses half its weight in two weeks; what has been right often
/// lately is mastered and no longer named; one mistake alone says nothing.
std::vector<Need> needs(std::vector<Try> tries, Instant now);

}  // namespace lexi::suggestions
