// The rules of rules/spans.cpp: what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& span_rules() {
    static const Family family{.run = find_spans, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
