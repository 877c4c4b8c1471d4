#pragma once
// The alignment as a learner is shown it. Pure.
#include <string>
#include <vector>

#include "app/core/grading/align.hpp"
#include "app/core/grading/grading.hpp"

namespace lexi::grading {

/// The accepted answer along `steps`, as its author wrote it.
std::string shown(const std::vector<Step>& steps, const Lattice& accepted);

/// Runs of the learner's words, whole words always: of "don't" for "do" the word is replaced.
std::vector<DiffPiece> difference(const std::vector<Step>& steps, const Lattice& given,
                                  const Lattice& accepted);

}  // namespace lexi::grading
