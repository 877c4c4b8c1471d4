#pragma once
// Harper (native/harper) as C++. Loading a checker takes about half a second and 200 MB.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ml/grammar/token.hpp"

namespace lexi::ml::grammar {

/// Belongs to one thread at a time. The first text read on a thread takes about 50 ms longer than
/// others: Harper keeps a noun phrase model for each thread.
class Harper {
public:
    /// Null where Harper could not be started. `off`: rules that never run, separated by commas.
    static std::unique_ptr<Harper> load(std::string_view off);
    ~Harper();
    Harper(const Harper&) = delete;
    Harper& operator=(const Harper&) = delete;

    /// `text` is well-formed UTF-8. Empty where Harper breaks off.
    std::vector<Token> read(std::string_view text);
    /// Its own findings in the text that was read last, once; the costly part.
    std::vector<Lint> lints();

private:
    explicit Harper(void* checker) : checker_(checker) {}
    void* checker_;
    std::vector<std::size_t> at_;  // the byte of each code point of the text read last
};

/// The dictionary's flags of a word in any capitalisation; 0 for an unknown one. Any thread.
std::uint64_t flags_of(std::string_view word);
inline bool has(std::uint64_t flags, Flag flag) {
    return ((flags >> static_cast<unsigned>(flag)) & 1U) != 0;
}
/// Dictionary words within `distance` edits (1 to 3), nearest first by Harper's own order. Any
/// thread.
std::vector<std::string> near_words(std::string_view word, int distance, std::size_t most);

}  // namespace lexi::ml::grammar
