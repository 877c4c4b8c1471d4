#pragma once
// From written English words to the phones that are expected: CMUdict first, espeak-ng for what it
// does not have (names, digits, invented words).
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lexi::ml {

/// Indices into kPhones.
using PhoneString = std::vector<std::size_t>;

class Lexicon {
public:
    /// A file in CMUdict's format as PocketSphinx ships it, without stress marks. The error names
    /// no path. Blocks.
    static std::expected<Lexicon, std::string> load(const std::string& path);

    /// All ways to say the word, the commonest first; empty where it has no sounds (an emoji, a
    /// lone sign). Letter case does not count; thread-safe.
    std::vector<PhoneString> pronunciations(std::string_view word) const;

private:
    std::unordered_map<std::string, std::vector<std::string>> words_;  // a byte a phone
};

/// As dictionaries write it: lower case, straight apostrophes, no other marks at the ends.
std::string dictionary_form(std::string_view word);

}  // namespace lexi::ml
