#pragma once
// UTF-8 at the edges: what comes in is checked, what a model says is mended before it is written.
#include <cstddef>
#include <string>
#include <string_view>

namespace lexi::utf8 {

/// Well-formed per Unicode 15, table 3-7: no overlong forms, no surrogates.
bool valid(std::string_view text);

/// Code points in well-formed text.
std::size_t length(std::string_view text);

/// Units of well-formed text in UTF-16, in which Dart, JavaScript and Java count.
std::size_t utf16_length(std::string_view text);

/// `text` with each ill-formed sequence replaced by U+FFFD and C0 controls but tab and newline
/// dropped.
std::string mended(std::string_view text);

/// Canonical composition (NFC) of well-formed text: both ways to type a Vietnamese letter become
/// one.
std::string nfc(std::string_view text);

/// Bytes at the end of `text` that begin a sequence and do not finish it (0-3).
std::size_t incomplete_tail(std::string_view text);

/// Turns byte pieces, which may split a letter, into pieces of whole letters. The concatenation of
/// all answers equals `mended` of the concatenation of all pieces.
class Gate {
public:
    std::string push(std::string_view piece);
    /// What was held back, mended.
    std::string flush();

private:
    std::string held_;
};

}  // namespace lexi::utf8
