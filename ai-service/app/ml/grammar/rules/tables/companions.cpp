// The rules of rules/companions.cpp: what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& companion_rules() {
    static const Family family{.run = find_companions, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
