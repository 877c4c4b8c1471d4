#pragma once
// The families that go by whole constructions of Vietnamese learners: what each finds in a
// sentence, and what rules/tables says of it.
#include "ml/grammar/rule.hpp"

namespace lexi::ml::grammar {

void find_arranged(const Sentence& s, Edits& edits);
void find_collocations(const Sentence& s, Edits& edits);
void find_compared(const Sentence& s, Edits& edits);
void find_conditions(const Sentence& s, Edits& edits);
void find_definite(const Sentence& s, Edits& edits);
void find_derived_forms(const Sentence& s, Edits& edits);
void find_governed(const Sentence& s, Edits& edits);
void find_missing_be(const Sentence& s, Edits& edits);
void find_owned(const Sentence& s, Edits& edits);
void find_patterns(const Sentence& s, Edits& edits);
void find_perfect(const Sentence& s, Edits& edits);
void find_questions(const Sentence& s, Edits& edits);
void find_relatives(const Sentence& s, Edits& edits);
void find_situated(const Sentence& s, Edits& edits);

const Family& arranged_rules();
const Family& collocation_rules();
const Family& compared_rules();
const Family& condition_rules();
const Family& definite_rules();
const Family& derived_form_rules();
const Family& governed_rules();
const Family& owned_rules();
const Family& pattern_rules();
const Family& perfect_rules();
const Family& question_rules();
const Family& relative_rules();

}  // namespace lexi::ml::grammar
