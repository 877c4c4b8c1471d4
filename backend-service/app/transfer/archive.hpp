#pragma once
// Zip files and zstd streams in memory, by libarchive. Blocking, and bounded: what would unpack to
// more than it may is refused while it is unpacked.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kit/result.hpp"

namespace lexi::transfer {

inline constexpr std::size_t kMostUnpacked = std::size_t{100} << 20;

/// The files of `names` that the zip has. Others are not unpacked.
Result<std::map<std::string, std::string>> unzip(std::string_view zip,
                                                 const std::vector<std::string>& names);

Result<std::string> unpack_zstd(std::string_view packed);

/// A zip of these files.
Result<std::string> zip(const std::map<std::string, std::string>& files);

}  // namespace lexi::transfer
