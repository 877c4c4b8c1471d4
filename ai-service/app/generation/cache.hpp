#pragma once
// Exercises that were made before, found again by what their topic means (collection
// `generated_content`). Everything here blocks: inside a job of Mongo.
#include <optional>

#include "core/mongo.hpp"
#include "core/vectors/vector_store.hpp"
#include "generation/workshop.hpp"
#include "ml/embeddings/embedder.hpp"

namespace lexi::generation {

struct Cached {
    std::string topic;  // for which it was made
    std::vector<Item> items;
    std::uint32_t seed = 0;
    std::string matched;
    std::string model;
    std::int64_t new_sentences = 0;
    std::int64_t usage_count = 0;  // this time included
    Instant expires_at;
};

class ContentCache {
public:
    ContentCache(core::VectorStore& vectors, ml::Embedder& embedder)
        : vectors_(vectors), embedder_(embedder) {}

    /// A set for the same topic (by spelling, or by meaning where the embedder is ready), level,
    /// language, type and count that has not expired; counts the use.
    std::optional<Cached> find(core::Connection& db, const Order& order, Instant now);
    /// Its expiry.
    Instant keep(core::Connection& db, const Order& order, const Made& made,
                 const std::string& model, Instant now);

private:
    core::VectorStore& vectors_;
    ml::Embedder& embedder_;
};

/// Removes what has expired, with its vectors; how many sets.
std::uint64_t sweep_generated(core::Connection& db, core::VectorStore& vectors, Instant now);

}  // namespace lexi::generation
