#pragma once
// Words and the prepositions that they take, as tables of rules have them.
#include <string_view>

#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {

/// `word` (verbs by their base) takes `right`; learners write one of `wrong`.
struct Government {
    std::string_view word, right;
    Words wrong;
};

}  // namespace lexi::ml::grammar
