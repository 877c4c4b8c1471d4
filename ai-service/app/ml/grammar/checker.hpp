#pragma once
// The grammar engine: rules over Harper's tokens, Harper's own rules, spelling; and, where a
// rewrite of the text by a language model is given, its edits.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "kit/result.hpp"
#include "ml/engine.hpp"
#include "ml/grammar/match.hpp"

namespace lexi::ml::grammar {

inline constexpr std::size_t kMaxBytes = 40000;  // of a text in one check

struct CheckOptions {
    bool suggestions = true;  // false: errors only
    /// Doubtful spellings that the small model may decide, the first ones in the text; 0: none.
    std::size_t scored_spellings = 4;
    /// The text as a language model wrote it again (rewrite.hpp asks for it): each of its edits is
    /// kept where the small model finds the text likelier with it. Without a small model its edits
    /// are suggestions. Costs the small model about as many tokens as text times edits. Empty:
    /// none.
    std::string rewrite = "";
};

class Grammar : public Engine {
public:
    /// Blocks for the length of the work (about 5 ms a sentence on one core): a worker pool's
    /// thread, never an event loop. Thread-safe. `text` is well-formed UTF-8. Refusals:
    /// model_loading, unavailable, too_large (kMaxBytes).
    virtual Result<Report> check(std::string_view text, const CheckOptions& options) = 0;
};

struct GrammarConfig {
    std::uint32_t checkers = 1;  // texts checked side by side; about 200 MB each
    /// The small language model: a GGUF file or the beginning of its name. Empty or not there:
    /// the engine does without.
    std::string scorer_path = "";
    std::uint32_t threads = 0;  // for the small model; 0: one, the linters run beside it
    double retry_seconds = 30;
};

/// Returns at once; Harper loads on a thread of its own. Counters: calls, failed, matches, busy_ms.
std::unique_ptr<Grammar> make_grammar(GrammarConfig config);

}  // namespace lexi::ml::grammar
