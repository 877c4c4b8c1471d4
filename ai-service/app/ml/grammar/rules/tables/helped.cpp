// The rules of rules/helped.cpp: most of what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& helped_rules() {
    static const Family family{.run = find_helped, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
