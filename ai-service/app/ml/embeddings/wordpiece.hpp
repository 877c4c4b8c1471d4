#pragma once
// Text to the tokens of an uncased BERT: cleaned, without accents, lower case, split at blanks and
// punctuation, each word cut into the longest pieces that the vocabulary has.
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lexi::ml {

/// The words of `text` as the vocabulary may know them. `text` is well-formed UTF-8. Pure.
std::vector<std::string> basic_tokens(std::string_view text);

/// Immutable after load(): any thread.
class WordPiece {
public:
    /// One token a line, its number is its line. The error says what is wrong, without the path.
    static std::expected<WordPiece, std::string> load(const std::string& path);
    /// Throws std::runtime_error when [UNK], [CLS] or [SEP] is missing.
    explicit WordPiece(const std::vector<std::string>& vocabulary);

    /// [CLS] … [SEP], at most `limit` (at least 2) tokens in all: what is longer is cut off.
    std::vector<std::int64_t> encode(std::string_view text, std::size_t limit) const;

private:
    // A string_view finds a string without a copy: pieces are looked up far more often than made.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::int64_t id_of(std::string_view token) const;
    void add_pieces(std::string_view word, std::vector<std::int64_t>& ids) const;

    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> ids_;
    std::int64_t unknown_ = 0;
    std::int64_t begin_ = 0;
    std::int64_t end_ = 0;
};

}  // namespace lexi::ml
