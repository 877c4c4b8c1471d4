#pragma once
#include <memory>

#include "core/vectors/vector_index.hpp"

namespace lexi::core {

struct QdrantConfig {
    std::string url;  // http://host:6333
    std::string collection;
    std::size_t dimensions = 384;
    double timeout_s = 5;
};

/// A Qdrant server over REST. The collection and its payload indexes are made at the first call
/// that finds the server. Writes wait until they are applied, so flush() has nothing to do.
std::unique_ptr<VectorIndex> make_qdrant_index(QdrantConfig config);

}  // namespace lexi::core
