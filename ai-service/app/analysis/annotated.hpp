#pragma once
// LanguageTool's annotated text: pieces of text between pieces of markup. Pure.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kit/result.hpp"

namespace lexi::analysis {

/// The text that is checked, and where its places are in what the client sent.
class AnnotatedText {
public:
    static AnnotatedText plain(std::string text);
    /// `data` is {"annotation": [{"text": …}, {"markup": …, "interpretAs": …}]}. Invalid names the
    /// field.
    static Result<AnnotatedText> parse(const std::string& data);

    const std::string& text() const { return text_; }
    /// UTF-16 units of what the client sent, from UTF-16 units of text().
    std::int64_t original(std::int64_t offset) const;
    /// Whether [offset, offset + length) of text() lies in one piece of the learner's own text.
    bool editable(std::int64_t offset, std::int64_t length) const;

private:
    struct Piece {
        std::int64_t begin = 0;  // of text()
        std::int64_t end = 0;
        std::int64_t original = 0;
        bool own = true;  // not made of markup
    };
    void add(std::string_view text, std::int64_t original_units, bool own);

    std::string text_;
    std::vector<Piece> pieces_;
    std::int64_t units_ = 0;     // of text_
    std::int64_t original_ = 0;  // of what the client sent
};

}  // namespace lexi::analysis
