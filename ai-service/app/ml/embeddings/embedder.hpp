#pragma once
// Text to a vector whose cosine with another says how near the two are in meaning. Calls block for
// the length of the work (about 2 ms a sentence on one core); run them on a worker pool.
#include <cstdint>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml {

using Embedding = std::vector<float>;  // of length 1

/// Of two vectors of length 1: their dot product.
inline double cosine(const Embedding& one, const Embedding& other) {
    return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

class Embedder : public Engine {
public:
    /// Blocks. Thread-safe. `text` is well-formed UTF-8; of a long one the first 256 tokens count.
    /// The same text always gives the same vector, whatever else is embedded beside it.
    virtual Result<Embedding> embed(std::string_view text) = 0;
};

struct MiniLmConfig {
    std::string model_path;       // all-MiniLM-L6-v2 or a model of its form, as ONNX
    std::string vocabulary_path;  // its vocab.txt
    std::uint32_t threads = 1;
    double retry_seconds = 5;
};

/// Counters: calls, failed, tokens, busy_ms, dimensions.
std::unique_ptr<Embedder> make_minilm(MiniLmConfig config);

}  // namespace lexi::ml
