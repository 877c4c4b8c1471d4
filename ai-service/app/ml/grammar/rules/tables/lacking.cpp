// The rules of rules/lacking.cpp: what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& lacking_rules() {
    static const Family family{.run = find_lacking, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
