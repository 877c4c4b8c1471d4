#pragma once
// Vectors kept in MongoDB (collection `vectors`), with an index in front. MongoDB has the word:
// what the index lacks after a crash, or holds too much, reconcile() puts right.
#include "core/mongo.hpp"
#include "core/vectors/vector_index.hpp"

namespace lexi::core {

class VectorStore {
public:
    explicit VectorStore(VectorIndex& index) : index_(index) {}

    /// Blocks: inside a job of Mongo. The document first, then the index; an index that is away
    /// does not lose the vector.
    void put(Connection& db, const VectorPoint& point);
    /// Blocks, like put().
    void remove(Connection& db, const std::vector<Uuid>& ids);

    struct Mended {
        std::uint64_t added = 0;
        std::uint64_t removed = 0;
    };
    /// Makes the index hold exactly what MongoDB holds. Blocks for as long as that takes.
    Result<Mended> reconcile(Connection& db);

    VectorIndex& index() { return index_; }

private:
    VectorIndex& index_;
};

}  // namespace lexi::core
