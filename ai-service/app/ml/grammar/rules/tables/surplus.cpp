// The rules of rules/surplus.cpp: what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& surplus_rules() {
    static const Family family{.run = find_surplus, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
