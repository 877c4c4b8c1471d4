#pragma once
// What each family of rules finds in a sentence; rules/tables says what they are.
#include "ml/grammar/rule.hpp"

namespace lexi::ml::grammar {

void find_accord(const Sentence& s, Edits& edits);
void find_adverbs(const Sentence& s, Edits& edits);
void find_agreement(const Sentence& s, Edits& edits);
void find_arranged(const Sentence& s, Edits& edits);
void find_articles(const Sentence& s, Edits& edits);
void find_asked(const Sentence& s, Edits& edits);
void find_aspect(const Sentence& s, Edits& edits);
void find_between(const Sentence& s, Edits& edits);
void find_clauses(const Sentence& s, Edits& edits);
void find_collocations(const Sentence& s, Edits& edits);
void find_commas(const Sentence& s, Edits& edits);
void find_companions(const Sentence& s, Edits& edits);
void find_compared(const Sentence& s, Edits& edits);
void find_complements(const Sentence& s, Edits& edits);
void find_conditions(const Sentence& s, Edits& edits);
void find_confused(const Sentence& s, Edits& edits);
void find_copula(const Sentence& s, Edits& edits);
void find_counted(const Sentence& s, Edits& edits);
void find_definite(const Sentence& s, Edits& edits);
void find_derived(const Sentence& s, Edits& edits);
void find_derived_forms(const Sentence& s, Edits& edits);
void find_described(const Sentence& s, Edits& edits);
void find_determiners(const Sentence& s, Edits& edits);
void find_feelings(const Sentence& s, Edits& edits);
void find_governed(const Sentence& s, Edits& edits);
void find_helped(const Sentence& s, Edits& edits);
void find_kinds(const Sentence& s, Edits& edits);
void find_lacking(const Sentence& s, Edits& edits);
void find_links(const Sentence& s, Edits& edits);
void find_misplaced(const Sentence& s, Edits& edits);
void find_missing_be(const Sentence& s, Edits& edits);
void find_nations(const Sentence& s, Edits& edits);
void find_number(const Sentence& s, Edits& edits);
void find_occasions(const Sentence& s, Edits& edits);
void find_order(const Sentence& s, Edits& edits);
void find_owned(const Sentence& s, Edits& edits);
void find_pairs(const Sentence& s, Edits& edits);
void find_patterns(const Sentence& s, Edits& edits);
void find_perfect(const Sentence& s, Edits& edits);
void find_phrasing(const Sentence& s, Edits& edits);
void find_placement(const Sentence& s, Edits& edits);
void find_places(const Sentence& s, Edits& edits);
void find_plurals(const Sentence& s, Edits& edits);
void find_prepositions(const Sentence& s, Edits& edits);
void find_pronouns(const Sentence& s, Edits& edits);
void find_qualities(const Sentence& s, Edits& edits);
void find_questions(const Sentence& s, Edits& edits);
void find_relatives(const Sentence& s, Edits& edits);
void find_situated(const Sentence& s, Edits& edits);
void find_spans(const Sentence& s, Edits& edits);
void find_subjects(const Sentence& s, Edits& edits);
void find_supplied(const Sentence& s, Edits& edits);
void find_surplus(const Sentence& s, Edits& edits);
void find_surplus_the(const Sentence& s, Edits& edits);
void find_tags(const Sentence& s, Edits& edits);
void find_tense(const Sentence& s, Edits& edits);
void find_times(const Sentence& s, Edits& edits);
void find_turned(const Sentence& s, Edits& edits);
void find_unique(const Sentence& s, Edits& edits);
void find_usual(const Sentence& s, Edits& edits);
void find_verb_forms(const Sentence& s, Edits& edits);
void find_voices(const Sentence& s, Edits& edits);
void find_whole(const Sentence& s, Edits& edits);
void find_word_choice(const Sentence& s, Edits& edits);
void find_wordforms(const Sentence& s, Edits& edits);
void find_writing(const Sentence& s, Edits& edits);

}  // namespace lexi::ml::grammar
