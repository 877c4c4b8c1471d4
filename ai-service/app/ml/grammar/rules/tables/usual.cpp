// The rules of rules/usual.cpp: what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& usual_rules() {
    static const Family family{.run = find_usual, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
