#pragma once
// Forms of a word, from core/lexicon/forms and checked against Harper's dictionary. Lower case in
// and out; empty where there is no such form. Any thread.
#include <string>
#include <string_view>

namespace lexi::ml::grammar {

std::string base_of_verb(std::string_view form);     // goes, went, gone, going -> go
std::string third_person_of(std::string_view form);  // any form -> goes
std::string past_of(std::string_view form);          // any form -> went
std::string participle_of(std::string_view form);    // any form -> gone
std::string gerund_of(std::string_view form);        // any form -> going
std::string plural_of(std::string_view noun);        // child -> children
std::string singular_of(std::string_view noun);      // children -> child
/// "a" or "an" before that word as it is spoken.
std::string_view article_for(std::string_view word);
/// `text` with the first letter as `like` has it.
std::string cased_like(std::string text, std::string_view like);

}  // namespace lexi::ml::grammar
