#pragma once
// English words for tokens with figures. Pure.
#include <string>

#include "ml/piper/text/token.hpp"
#include "ml/piper/text/written.hpp"

namespace lexi::ml::spoken {

/// "five dollars and fifty cents", "the fifth of May", "seven thirty".
std::string meant(const Written& written, const Place& place);

/// "million dollars" of "$2 million", whose first token says "two" alone; else empty.
std::string coins_after(const Place& place);

/// "kilometers" where the token is a unit behind a figure ("5 km"); else empty.
std::string unit_of_number(const Place& place);

}  // namespace lexi::ml::spoken
