#include <array>
#include <unordered_map>

#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// What it finds is told by rules of other families.
template <auto find>
const Family& told_by_others() {
    static const Family family{.run = find, .rules = {}};
    return family;
}

}  // namespace

std::span<const Family* const> families() {
    // Of two that overlap the earlier one is said, so what sees more of the sentence comes first.
    static const std::array kFamilies{&adverb_rules(),
                                      &whole_rules(),
                                      &asked_rules(),
                                      &told_by_others<find_described>(),
                                      &told_by_others<find_surplus>(),
                                      &told_by_others<find_kinds>(),
                                      &surplus_the_rules(),
                                      &occasion_rules(),
                                      &told_by_others<find_lacking>(),
                                      &told_by_others<find_wordforms>(),
                                      &told_by_others<find_feelings>(),
                                      &told_by_others<find_companions>(),
                                      &phrasing_rules(),
                                      &told_by_others<find_subjects>(),
                                      &told_by_others<find_between>(),
                                      &told_by_others<find_spans>(),
                                      &unique_rules(),
                                      &told_by_others<find_usual>(),
                                      &misplaced_rules(),
                                      &told_by_others<find_counted>(),
                                      &told_by_others<find_helped>(),
                                      &told_by_others<find_qualities>(),
                                      &tag_rules(),
                                      &time_rules(),
                                      &voice_rules(),
                                      &pair_rules(),
                                      &nation_rules(),
                                      &link_rules(),
                                      &turned_rules(),
                                      &placement_rules(),
                                      &supplied_rules(),
                                      &determiner_rules(),
                                      &plural_rules(),
                                      &accord_rules(),
                                      &derived_form_rules(),
                                      &perfect_rules(),
                                      &condition_rules(),
                                      &tense_rules(),
                                      &pattern_rules(),
                                      &question_rules(),
                                      &relative_rules(),
                                      &definite_rules(),
                                      &compared_rules(),
                                      &arranged_rules(),
                                      &owned_rules(),
                                      &collocation_rules(),
                                      &article_rules(),
                                      &number_rules(),
                                      &agreement_rules(),
                                      &verb_form_rules(),
                                      &preposition_rules(),
                                      &order_rules(),
                                      &clause_rules(),
                                      &word_choice_rules(),
                                      &writing_rules(),
                                      &comma_rules(),
                                      &copula_rules(),
                                      &place_rules(),
                                      &pronoun_rules(),
                                      &complement_rules(),
                                      &confusion_rules(),
                                      &aspect_rules(),
                                      &derivation_rules(),
                                      &governed_rules()};
    return kFamilies;
}

const Rule* find_rule(std::string_view id) {
    static const auto rules = [] {
        std::unordered_map<std::string_view, const Rule*> by_id;
        for (const auto* family : families()) {
            for (const auto& rule : family->rules) by_id.emplace(rule.id, &rule);
        }
        return by_id;
    }();
    const auto found = rules.find(id);
    return found == rules.end() ? nullptr : found->second;
}

}  // namespace lexi::ml::grammar
