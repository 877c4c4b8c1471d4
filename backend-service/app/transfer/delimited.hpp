#pragma once
// Delimited text as RFC 4180 has it, with any separator: quoted fields may hold separators, line
// ends and doubled quotes. Lines end with LF or CRLF. Pure.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::transfer {

struct Record {
    int line = 0;  // where it begins, from 1
    std::vector<std::string> fields{};
    std::string problem{};  // what is wrong with its quotes; empty: nothing
};

/// All records; blank lines are none. `first_line` is the number of the text's first line.
std::vector<Record> read_delimited(std::string_view text, char separator, int first_line = 1);

/// The field as it is written: quoted where it has to be.
std::string written_field(std::string_view field, char separator);

}  // namespace lexi::transfer
