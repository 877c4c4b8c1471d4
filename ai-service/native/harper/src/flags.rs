//! What the dictionary knows of a word, as bits; the order is that of `Flag` in app/ml/grammar/token.hpp.

use harper_core::DictWordMetadata;

pub fn of(word: &DictWordMetadata) -> u64 {
    let known = [
        true,
        word.is_noun(),
        word.is_proper_noun(),
        word.is_singular_noun(),
        word.is_plural_noun(),
        word.is_countable_noun(),
        word.is_mass_noun(),
        word.is_possessive_noun(),
        word.is_pronoun(),
        word.is_singular_pronoun(),
        word.is_plural_pronoun(),
        word.is_subject_pronoun(),
        word.is_object_pronoun(),
        word.is_verb(),
        word.is_auxiliary_verb(),
        word.is_linking_verb(),
        word.is_verb_lemma(),
        word.is_verb_past_form() || word.is_verb_simple_past_form(),
        word.is_verb_past_form() || word.is_verb_past_participle_form(),
        word.is_verb_progressive_form(),
        word.is_verb_third_person_singular_present_form(),
        word.is_adjective(),
        word.is_comparative_adjective(),
        word.is_superlative_adjective(),
        word.is_adverb(),
        word.is_manner_adverb(),
        word.is_frequency_adverb(),
        word.is_degree_adverb(),
        word.is_determiner(),
        word.is_possessive_determiner(),
        word.is_quantifier(),
        word.is_conjunction(),
        word.preposition,
        word.common,
        word.derived_from.is_none(),
        word.is_swear(),
    ];
    known.iter().enumerate().fold(0, |bits, (place, set)| bits | (u64::from(*set) << place))
}
