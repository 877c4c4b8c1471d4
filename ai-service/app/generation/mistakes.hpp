#pragma once
// Puts one mistake of the kind that Vietnamese learners make into a right sentence. Each rule
// applies only where what comes out cannot be right English in any reading. Pure.
#include <string>
#include <vector>

#include "core/lexicon/lexicon.hpp"

namespace lexi::generation {

struct Mistake {
    std::string sentence;
    std::string why;
    std::string why_vi;
};

/// One sentence for each rule and place that applies; `sentence` is right English.
std::vector<Mistake> mistakes_in(std::string_view sentence, const core::Lexicon& lexicon);

}  // namespace lexi::generation
