// The rules of rules/subjects.cpp: what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& subject_rules() {
    static const Family family{.run = find_subjects, .rules = {}};
    return family;
}

}  // namespace lexi::ml::grammar
