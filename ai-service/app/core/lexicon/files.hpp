#pragma once
// What of the repository's content/ is built into the service (files.cpp is made by CMake).
#include <string_view>
#include <vector>

namespace lexi::core {

std::vector<std::string_view> vocabulary_files();  // content/vocabulary/*.json
struct UnitFile {
    std::string_view level;  // of its course
    std::string_view text;
};
std::vector<UnitFile> unit_files();        // content/courses/*/unit-*.json
std::string_view frequency_file();         // the commonest words first, one a line
std::string_view irregular_verbs_file();   // base and its irregular forms, one verb a line
std::string_view plain_vietnamese_file();  // Vietnamese syllables that carry no mark

}  // namespace lexi::core
