#pragma once
// Harper (native/harper) as C++. Loading a checker takes about half a second and 200 MB.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ml/grammar/token.hpp"

namespace lexi::ml::grammar {

struct Parsed {
    std::vector<Token> tokens;
    std::vector<Lint> lints;
};

/// Belongs to one thread at a time. The first check on a thread is about 50 ms slower than others:
/// Harper keeps a noun phrase model for each thread.
class Harper {
public:
    /// Null where Harper could not be started. `off`: rules that never run, separated by commas.
    static std::unique_ptr<Harper> load(std::string_view off);
    ~Harper();
    Harper(const Harper&) = delete;
    Harper& operator=(const Harper&) = delete;

    /// `text` is well-formed UTF-8. Nothing is found where Harper breaks off.
    Parsed check(std::string_view text);

private:
    explicit Harper(void* checker) : checker_(checker) {}
    void* checker_;
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
