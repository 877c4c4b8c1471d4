#pragma once
// The syllables of an English word and which of them carries the stress. Pure but for espeak-ng.
#include <cstddef>
#include <string>
#include <vector>

namespace lexi::ml {

enum class Stress { none, primary, secondary };

/// Phones [begin, end) of a word; exactly one of them is a vowel.
struct Syllable {
    std::size_t begin = 0;
    std::size_t end = 0;
    Stress stress = Stress::none;
};

/// Divides ARPAbet phones so that each vowel takes as many consonants before it as an English word
/// may begin with (the maximal onset principle: Kahn 1976); none where there is no vowel. All
/// stresses are none.
std::vector<Syllable> divide_syllables(const std::vector<std::string>& phones);

/// The stress marks of an IPA transcription, one for each of its vowels.
std::vector<Stress> stresses_of_ipa(std::string_view ipa);

/// Gives each syllable the stress of the vowel that is like it in the word's IPA: the dictionary's
/// phones and the IPA may differ by a vowel. One syllable alone has the primary stress.
void add_stresses(std::vector<Syllable>& syllables, std::string_view ipa);

/// Both at once, with the IPA that espeak-ng's American voice gives the word.
std::vector<Syllable> syllables_of(const std::string& word, const std::vector<std::string>& phones);

}  // namespace lexi::ml
