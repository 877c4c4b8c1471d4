# What every target of the project shares. A library or program says
#     lexi_library(NAME SOURCES … LINK …)     the code of a service: its binary, tests and benches link it
#     lexi_program(NAME SOURCES … LINK …)
#     lexi_fuzzer(NAME SOURCES … LINK …)      a libFuzzer program, only with the preset `fuzz`
#     lexi_test(NAME SOURCES … LINK …)        a GoogleTest program, one ctest entry, label `unit` (or LABEL …)

add_library(lexi_settings INTERFACE)
target_compile_options(lexi_settings INTERFACE -Wall -Wextra -Werror
                       # a designated initialiser leaves the other members at their defaults on purpose
                       -Wno-missing-field-initializers -fno-omit-frame-pointer)
# ccache can only cache a use of a precompiled header with this (and CCACHE_SLOPPINESS, scripts/root.sh).
target_compile_options(lexi_settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
target_include_directories(lexi_settings INTERFACE ${CMAKE_SOURCE_DIR})
target_link_options(lexi_settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fuse-ld=mold>)

set(LEXI_SANITIZE "" CACHE STRING "sanitizers for -fsanitize=, for example address,undefined")
if(LEXI_SANITIZE)
  # GCC: -fsanitize makes -Wmaybe-uninitialized warn falsely (seen in libstdc++'s <regex>).
  target_compile_options(lexi_settings INTERFACE -fsanitize=${LEXI_SANITIZE} -fno-sanitize-recover=all
                         $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(lexi_settings INTERFACE -fsanitize=${LEXI_SANITIZE})
endif()

# Static libraries only name their objects: a copy of each would take gigabytes.
set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcT <TARGET> <LINK_FLAGS> <OBJECTS>")
set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qT <TARGET> <LINK_FLAGS> <OBJECTS>")

function(lexi_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC lexi_settings ${ARG_LINK})
endfunction()

# One precompiled header, kit's, serves all: each is a third of a gigabyte and a quarter of a minute.
function(lexi_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE lexi_settings ${ARG_LINK})
  target_precompile_headers(${name} REUSE_FROM kit)
endfunction()

function(lexi_test name)
  cmake_parse_arguments(ARG "" "LABEL" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE lexi_settings ${ARG_LINK} GTest::gmock GTest::gtest_main)
  target_precompile_headers(${name} REUSE_FROM kit)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "$<IF:$<BOOL:${ARG_LABEL}>,${ARG_LABEL},unit>"
                       ENVIRONMENT "LEXI_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
endfunction()

# All that a fuzzer links is built so that libFuzzer sees where an input went.
set(LEXI_FUZZ OFF CACHE BOOL "build the fuzzers; needs clang")
if(LEXI_FUZZ)
  target_compile_options(lexi_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
function(lexi_fuzzer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  if(NOT LEXI_FUZZ)
    return()
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE lexi_settings ${ARG_LINK})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()
