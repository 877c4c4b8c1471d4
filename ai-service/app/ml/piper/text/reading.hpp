#pragma once
// What is said for one token, in the words of its language. Pure.
#include <string>

#include "ml/piper/text/token.hpp"

namespace lexi::ml::spoken {

struct Reading {
    std::string said;          // words apart by blanks; empty: nothing is said
    bool takes_point = false;  // the full stop behind belongs to the word (Mr.)
    bool known = true;         // by a rule; false: read as it is written
};

Reading english_reading(const Place& place);
Reading vietnamese_reading(const Place& place);

/// Letters and digits apart, each run of digits as a number: "A4" is "A four". Other signs are
/// blanks, but a hyphen and an apostrophe between letters stay.
std::string plain_reading(std::string_view core, Tongue tongue);

}  // namespace lexi::ml::spoken
