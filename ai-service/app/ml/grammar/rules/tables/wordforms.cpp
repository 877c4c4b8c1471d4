// The rules of rules/wordforms.cpp: what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& wordform_rules() {
    static const Family family{.run = find_wordforms, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
