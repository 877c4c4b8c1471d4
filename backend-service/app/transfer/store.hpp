#pragma once
#include "app/core/database.hpp"
#include "app/transfer/entry.hpp"

namespace lexi::transfer {

/// A word to import, and the id that its card gets.
struct NewWord {
    const Entry* entry = nullptr;
    Uuid card;
};

/// For each word: is its card new? False: the learner has the word, or it came before in `words`.
Task<std::vector<bool>> import_words(UnitOfWork& work, Uuid user, std::vector<NewWord> words,
                                     Instant now);

/// All words of the learner, with their standing and, if `with_answers`, their answers.
Task<std::vector<Entry>> export_words(UnitOfWork& work, Uuid user, bool with_answers);

}  // namespace lexi::transfer
