#pragma once
// What a learner got wrong before in the same way. Pure but for the embedder.
#include <string>
#include <string_view>
#include <vector>

#include "core/writing.hpp"
#include "ml/embeddings/embedder.hpp"

namespace lexi::analysis {

struct PastError {
    core::WritingError error;
    core::StoredTime at;
};

/// Errors of the kind that is asked about (its rule, or its category).
struct ErrorKind {
    std::string rule;
    std::string category;
    std::string sentence;  // with the error in it
};

/// At most `limit` errors of `writing` (newest first) like `asked`: those of its rule before others
/// of its category, and among those the sentences nearest in meaning; each sentence once, never the
/// one that is asked about. Blocks: some 5 ms a sentence that is compared, a dozen at most. Without
/// an embedder the newest come first.
std::vector<PastError> similar_errors(const std::vector<core::WritingDocument>& writing,
                                      const ErrorKind& asked, std::size_t limit,
                                      ml::Embedder& embedder);

}  // namespace lexi::analysis
