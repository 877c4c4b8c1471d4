#pragma once
// For tests that read files of the repository. Not a macro: a path in a compile command would make
// every clone compile those tests anew.
#include <cstdlib>
#include <string>

namespace lexi {

/// The repository's root: LEXI_SOURCE_DIR, which ctest sets, else where the test is run.
inline std::string source_dir() {
    const char* set = std::getenv("LEXI_SOURCE_DIR");
    return set != nullptr ? set : ".";
}

}  // namespace lexi
