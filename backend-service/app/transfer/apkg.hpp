#pragma once
// Anki's decks (.apkg): a zip with a SQLite database of notes, cards and the review log. Blocking.
#include "app/transfer/text_file.hpp"

namespace lexi::transfer {

/// The notes, each with the standing and the answers of its first card. All three forms of the
/// database that Anki has written are read.
Result<std::vector<Entry>> read_apkg(std::string_view file, const Columns& columns, Instant now);

/// A deck in the form that every Anki reads. Answers' times are kept to the millisecond.
Result<std::string> write_apkg(const std::vector<Entry>& entries, Instant now);

}  // namespace lexi::transfer
