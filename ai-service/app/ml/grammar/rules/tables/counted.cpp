// The rules of rules/counted.cpp: most of what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& counted_rules() {
    static const Family family{.run = find_counted, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
