#pragma once
// Finds the nearest of many vectors. An index is derived: what it holds can be made again from
// MongoDB (vector_store.hpp), so that losing it loses nothing.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kit/ids.hpp"
#include "kit/result.hpp"

namespace lexi::core {

/// What a search may be narrowed by. Empty: the point has none.
struct VectorPayload {
    std::string user;
    std::string kind;  // what the vector is of: generated, error, memory, …
    std::string level;
    std::string language;
    bool operator==(const VectorPayload&) const = default;
};

struct VectorPoint {
    Uuid id;
    std::vector<float> vector;
    VectorPayload payload;
};

/// Only points whose payload has every value that is given.
struct VectorFilter {
    std::optional<std::string> user;
    std::optional<std::string> kind;
    std::optional<std::string> level;
    std::optional<std::string> language;
};

struct VectorHit {
    Uuid id;
    double score = 0;  // cosine
    VectorPayload payload;
};

/// Every call blocks: run it on a worker pool. Thread-safe. A vector of another width than the
/// index's, or of length 0, is Fault::invalid; an index that cannot be reached Fault::unavailable.
class VectorIndex {
public:
    virtual ~VectorIndex() = default;
    /// A point whose id is there already takes the place of the old one.
    virtual Result<void> upsert(const std::vector<VectorPoint>& points) = 0;
    /// Ids that are not there are passed over.
    virtual Result<void> remove(const std::vector<Uuid>& ids) = 0;
    /// The nearest first, at most `limit`.
    virtual Result<std::vector<VectorHit>> search(const std::vector<float>& vector,
                                                  const VectorFilter& filter,
                                                  std::size_t limit) const = 0;
    virtual Result<std::uint64_t> count() const = 0;
    virtual Result<std::vector<Uuid>> ids() const = 0;
    /// What was said to be done is safe from a restart after this.
    virtual Result<void> flush() = 0;
};

/// Whether `payload` has what `filter` asks for. Pure.
bool matches(const VectorPayload& payload, const VectorFilter& filter);

}  // namespace lexi::core
