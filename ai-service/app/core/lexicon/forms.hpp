#pragma once
// English word forms, and the words of a text. Pure.
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::core {

/// Irregular forms, by base: go -> {goes, went, gone}; child -> {children}.
const std::vector<std::string>& irregular_forms(std::string_view base);

/// Every form that `word` may have, itself included. Some that English does not have are among
/// them: this says what may belong to a word, and never what to write.
std::set<std::string> inflections(std::string_view word, std::string_view part_of_speech);

/// The forms to write: he plays, goes; boxes, cities.
std::string third_person(std::string_view base);
/// The simple past of an irregular or regular verb.
std::string simple_past(std::string_view base);
std::string plural(std::string_view noun);

/// A word of a text where it stands. Letters with apostrophes inside, as written.
struct TextWord {
    std::string text;
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
};
std::vector<TextWord> words_of(std::string_view text);

/// Case folded and composed: for comparing, in any language.
std::string folded(std::string_view text);
/// folded() without punctuation and with single blanks.
std::string plain(std::string_view text);

}  // namespace lexi::core
