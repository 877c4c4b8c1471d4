#pragma once
// MongoDB's indexes as numbered files (indexes/I001__chat_sessions.json …), made where they are
// missing. Making one that is there already changes nothing.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/mongo.hpp"
#include "kit/result.hpp"

namespace lexi::core {

struct IndexKey {
    std::string field;
    std::int32_t order = 1;  // 1 ascending, -1 descending
};

struct IndexFile {
    std::string file;
    std::string collection;
    std::vector<IndexKey> keys;
    bool unique = false;
    std::optional<std::int64_t> expire_after_s;  // a TTL index
};

/// Every I*.json of `folder`, in order. Throws std::runtime_error that names a file it cannot read.
std::vector<IndexFile> read_indexes(const std::filesystem::path& folder);

/// Blocks. A refused TTL index (FerretDB has none) is logged: the sweeper does its work.
Result<void> make_indexes(Connection& db, const std::vector<IndexFile>& indexes);

}  // namespace lexi::core
