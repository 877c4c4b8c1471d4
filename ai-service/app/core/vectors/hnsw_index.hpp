#pragma once
#include <filesystem>
#include <memory>

#include "core/vectors/vector_index.hpp"

namespace lexi::core {

struct HnswConfig {
    std::filesystem::path folder;  // made if it is missing; empty: nothing is kept on disk
    std::size_t dimensions = 384;
    std::size_t links = 16;  // of each point; recall and memory grow with it
    std::size_t build_breadth = 200;
    std::size_t search_breadth = 160;
};

/// The index in process: hnswlib. Reads what flush() has written; a file that is damaged or of
/// another width is passed over with a line in the log, and the index begins empty. Its end
/// flushes.
std::unique_ptr<VectorIndex> make_hnsw_index(HnswConfig config);

}  // namespace lexi::core
