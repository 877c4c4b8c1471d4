#pragma once
// Words from text files: CSV with a header, and Anki's text export with its `#` directives. Pure.
#include <map>
#include <string>
#include <string_view>

#include "app/transfer/entry.hpp"
#include "kit/result.hpp"

namespace lexi::transfer {

/// Which column (a name in the file, or a number from 1) holds what: {"word": "Front"}.
using Columns = std::map<std::string, std::string>;

/// What a column of this name holds by custom ("Front", "Meaning", "IPA" …); nothing: unknown.
std::optional<std::string> purpose_of(std::string_view column_name);

/// Puts `text` where `purpose` says; unknown purposes are ignored.
void put(Entry& entry, std::string_view purpose, std::string text);
bool is_purpose(std::string_view purpose);

/// The purpose of each column by `names`, where `columns` does not say otherwise. A problem names
/// `columns` or `file`: two columns, word and translation, have to be found.
Result<std::vector<std::string>> purposes(const std::vector<std::string>& names,
                                          const Columns& columns);

/// Entries, each checked; a problem where the file as a whole cannot be read.
Result<std::vector<Entry>> read_csv(std::string_view text, const Columns& columns);
Result<std::vector<Entry>> read_anki_text(std::string_view text, const Columns& columns);

/// Tags as Anki writes them: with spaces between, and hence without any within.
std::string joined_tags(const std::vector<std::string>& tags);

/// The same words as such files.
std::string write_csv(const std::vector<Entry>& entries);
std::string write_anki_text(const std::vector<Entry>& entries);

}  // namespace lexi::transfer
