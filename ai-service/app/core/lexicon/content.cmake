# Makes files.cpp, which holds the content that the lexicon reads. Sets `lexicon_files` to it.
set(content ${CMAKE_SOURCE_DIR}/content)
set(lists ${CMAKE_SOURCE_DIR}/scripts/lexi_check/data)
file(GLOB vocabulary CONFIGURE_DEPENDS ${content}/vocabulary/*.json)
file(GLOB units CONFIGURE_DEPENDS ${content}/courses/*/unit-*.json)

set(bytes "")
function(embed name path)
  set(bytes "${bytes}constexpr unsigned char ${name}[] = {\n#embed \"${path}\"\n};\n" PARENT_SCOPE)
endfunction()
set(number 0)
foreach(file ${vocabulary})
  embed(kVocabulary${number} ${file})
  string(APPEND vocabulary_list "text(kVocabulary${number}), ")
  math(EXPR number "${number} + 1")
endforeach()
foreach(file ${units})
  embed(kUnit${number} ${file})
  get_filename_component(course ${file} DIRECTORY)
  get_filename_component(course ${course} NAME)
  string(SUBSTRING ${course} 0 2 level)  # a1-first-steps
  string(TOUPPER ${level} level)
  string(APPEND unit_list "{\"${level}\", text(kUnit${number})}, ")
  math(EXPR number "${number} + 1")
endforeach()
embed(kFrequency ${lists}/english-frequency.txt)
embed(kIrregular ${lists}/irregular-verbs.txt)
embed(kPlain ${lists}/vietnamese-plain.txt)

set(lexicon_files ${CMAKE_CURRENT_BINARY_DIR}/lexicon_files.cpp)
file(CONFIGURE OUTPUT ${lexicon_files} @ONLY CONTENT [[
#include "core/lexicon/files.hpp"
namespace lexi::core {
namespace {
@bytes@
template <std::size_t N>
std::string_view text(const unsigned char (&bytes)[N]) {
    return {reinterpret_cast<const char*>(bytes), N};
}
}  // namespace
std::vector<std::string_view> vocabulary_files() { return {@vocabulary_list@}; }
std::vector<UnitFile> unit_files() { return {@unit_list@}; }
std::string_view frequency_file() { return text(kFrequency); }
std::string_view irregular_verbs_file() { return text(kIrregular); }
std::string_view plain_vietnamese_file() { return text(kPlain); }
}  // namespace lexi::core
]])
