#include "analysis/annotated.hpp"

#include <algorithm>
#include <glaze/glaze.hpp>
#include <optional>

#include "kit/utf8.hpp"

namespace lexi::analysis {
namespace annotation_json {  // named: glaze does not reflect types of an anonymous namespace

struct Piece {
    std::optional<std::string> text;
    std::optional<std::string> markup;
    std::optional<std::string> interpretAs;
};
struct Data {
    std::vector<Piece> annotation;
};

}  // namespace annotation_json

namespace {

std::int64_t units(std::string_view text) {
    return static_cast<std::int64_t>(utf8::utf16_length(text));
}

}  // namespace

void AnnotatedText::add(std::string_view text, std::int64_t original_units, bool own) {
    const auto length = units(text);
    pieces_.push_back({.begin = units_, .end = units_ + length, .original = original_, .own = own});
    text_ += text;
    units_ += length;
    original_ += original_units;
}

AnnotatedText AnnotatedText::plain(std::string text) {
    AnnotatedText made;
    made.add(text, units(text), true);
    return made;
}

Result<AnnotatedText> AnnotatedText::parse(const std::string& data) {
    annotation_json::Data parsed;
    if (const auto bad = glz::read<glz::opts{.error_on_unknown_keys = false}>(parsed, data)) {
        return fail_field("data", "must be {\"annotation\": [{\"text\": …} or {\"markup\": …}]}");
    }
    AnnotatedText made;
    for (const auto& piece : parsed.annotation) {
        if (piece.text.has_value() == piece.markup.has_value()) {
            return fail_field("data", "needs either text or markup in every annotation");
        }
        if (piece.text) {
            made.add(*piece.text, units(*piece.text), true);
        } else {
            made.add(piece.interpretAs.value_or(""), units(*piece.markup), false);
        }
    }
    if (!utf8::valid(made.text_)) return fail_field("data", "must be UTF-8");
    return made;
}

std::int64_t AnnotatedText::original(std::int64_t offset) const {
    // The last piece that begins at or before the place and is not empty there.
    const auto after = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
    if (after == pieces_.begin()) return offset;
    const auto& piece = *std::prev(after);
    return piece.original + (piece.own ? offset - piece.begin : 0);
}

bool AnnotatedText::editable(std::int64_t offset, std::int64_t length) const {
    return std::ranges::any_of(pieces_, [&](const Piece& piece) {
        return piece.own && piece.begin <= offset && offset + length <= piece.end;
    });
}

}  // namespace lexi::analysis
