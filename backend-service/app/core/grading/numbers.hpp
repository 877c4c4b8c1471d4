#pragma once
// Numbers written in figures, as the words that they are read as. Pure.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::grading {

enum class Language { en, vi };

using Tokens = std::vector<std::string>;

/// Every way to read a folded word that begins with a figure: 21, 1,000, 3.5, 7:30, 21st, 1990.
/// None for any other word.
std::vector<Tokens> number_readings(std::string_view word, Language language);

/// Is it a part of an English number, as in one hundred *and twenty*?
bool is_number_word(std::string_view word);

}  // namespace lexi::grading
