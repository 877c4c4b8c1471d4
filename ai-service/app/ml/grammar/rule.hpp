#pragma once
// What a rule is. A family of rules is one function over a sentence and what it may say; every rule
// carries its own sentences, which are its test (rules_test.cpp).
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ml/grammar/match.hpp"
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {

/// `good` is what the rule makes of `bad`; it must leave `good` and every `fine` sentence alone.
struct Example {
    std::string_view bad, good;
};

struct Rule {
    std::string_view id;
    std::string_view category;
    std::string_view type;  // ERRANT's
    std::string_view message;
    std::string_view message_vi;
    std::vector<Example> examples;
    std::vector<std::string_view> fine;
    Severity severity = Severity::error;
};

/// Tokens [from, to) become `text`; from == to inserts in front of `from`.
struct Edit {
    std::string_view rule;
    int from = 0, to = 0;
    std::string text;
};

class Edits {
public:
    void add(std::string_view rule, int from, int to, std::string text) {
        found_.push_back({.rule = rule, .from = from, .to = to, .text = std::move(text)});
    }
    std::span<const Edit> found() const { return found_; }

private:
    std::vector<Edit> found_;
};

struct Family {
    void (*run)(const Sentence&, Edits&);
    std::vector<Rule> rules;
};

const Family& accord_rules();
const Family& adverb_rules();
const Family& agreement_rules();
const Family& arranged_rules();
const Family& article_rules();
const Family& asked_rules();
const Family& aspect_rules();
const Family& clause_rules();
const Family& collocation_rules();
const Family& comma_rules();
const Family& compared_rules();
const Family& complement_rules();
const Family& condition_rules();
const Family& confusion_rules();
const Family& copula_rules();
const Family& definite_rules();
const Family& derivation_rules();
const Family& derived_form_rules();
const Family& determiner_rules();
const Family& governed_rules();
const Family& link_rules();
const Family& misplaced_rules();
const Family& nation_rules();
const Family& number_rules();
const Family& occasion_rules();
const Family& order_rules();
const Family& owned_rules();
const Family& pair_rules();
const Family& pattern_rules();
const Family& perfect_rules();
const Family& phrasing_rules();
const Family& place_rules();
const Family& placement_rules();
const Family& plural_rules();
const Family& preposition_rules();
const Family& pronoun_rules();
const Family& question_rules();
const Family& relative_rules();
const Family& supplied_rules();
const Family& surplus_the_rules();
const Family& tag_rules();
const Family& tense_rules();
const Family& time_rules();
const Family& turned_rules();
const Family& unique_rules();
const Family& verb_form_rules();
const Family& voice_rules();
const Family& whole_rules();
const Family& word_choice_rules();
const Family& writing_rules();

/// All of them.
std::span<const Family* const> families();
/// The rule of that name; null if there is none.
const Rule* find_rule(std::string_view id);

}  // namespace lexi::ml::grammar
