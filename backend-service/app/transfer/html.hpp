#pragma once
#include <string>
#include <string_view>

namespace lexi::transfer {

/// The text that a note's HTML shows: without tags, comments, styles, scripts and Anki's [sound:…];
/// line breaks are spaces. Pure. Meant for fields of a few kilobytes.
std::string text_of_html(std::string_view html);

/// The other way: text as HTML that shows it.
std::string html_of_text(std::string_view text);

}  // namespace lexi::transfer
