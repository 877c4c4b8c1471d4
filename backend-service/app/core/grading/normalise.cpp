#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "app/core/grading/grading.hpp"

namespace lexi::grading {
namespace {

using Words = std::vector<std::string>;

struct FreeText {
    void operator()(utf8proc_uint8_t* p) const noexcept { std::free(p); }
};

// Case folding and canonical composition in one pass.
std::string folded(std::string_view text) {
    utf8proc_uint8_t* out = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &out,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, FreeText> owner(out);
    if (size < 0) return std::string(text);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// The tone mark of an open oa, oe, uy may stand on either letter (hòa, hoà): one way is kept.
void settle_tone_marks(std::string& text) {
    static constexpr std::array<std::array<std::string_view, 2>, 15> kPairs = {{
        {"oà", "òa"},
        {"oá", "óa"},
        {"oả", "ỏa"},
        {"oã", "õa"},
        {"oạ", "ọa"},
        {"oè", "òe"},
        {"oé", "óe"},
        {"oẻ", "ỏe"},
        {"oẽ", "õe"},
        {"oẹ", "ọe"},
        {"uỳ", "ùy"},
        {"uý", "úy"},
        {"uỷ", "ủy"},
        {"uỹ", "ũy"},
        {"uỵ", "ụy"},
    }};
    for (const auto& [from, to] : kPairs) replace_all(text, from, to);
}

void settle_quotes(std::string& text) {
    for (const char* apostrophe : {"’", "‘", "ʼ", "´", "`"}) replace_all(text, apostrophe, "'");
    for (const char* mark : {"“", "”", "…", "–", "—", "«", "»", "¿", "¡", "。", "！", "？", "，"}) {
        replace_all(text, mark, " ");
    }
}

bool digit_at(std::string_view text, std::size_t i) {
    return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0;
}

// Punctuation becomes a blank, but an apostrophe stays, and so does what holds a number together.
std::string without_punctuation(std::string text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool inside_number = std::string_view(":.,").contains(text[i]) && i > 0 &&
                                   digit_at(text, i - 1) && digit_at(text, i + 1);
        const bool blank = c < 0x80 && c != '\'' && std::isalnum(c) == 0 && !inside_number;
        out += blank ? ' ' : text[i];
    }
    return out;
}

Words split(const std::string& text) {
    Words words;
    std::string word;
    for (const char c : text + ' ') {
        if (c != ' ') {
            word += c;
            continue;
        }
        while (word.starts_with('\'')) word.erase(0, 1);
        while (word.ends_with('\'')) word.pop_back();
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    }
    return words;
}

// -'s is "is" after these; after a name it may be a possessive and is left alone.
bool takes_is(const std::string& head) {
    static const std::unordered_set<std::string> heads = {
        "it",   "he",  "she",   "that", "this", "there", "here",
        "what", "who", "where", "how",  "when", "why",   "everything"};
    return heads.contains(head);
}

std::string american(const std::string& word) {
    static const std::unordered_map<std::string, std::string> variants = {
        {"colour", "color"},
        {"colours", "colors"},
        {"favourite", "favorite"},
        {"favourites", "favorites"},
        {"neighbour", "neighbor"},
        {"neighbours", "neighbors"},
        {"centre", "center"},
        {"theatre", "theater"},
        {"metre", "meter"},
        {"metres", "meters"},
        {"litre", "liter"},
        {"litres", "liters"},
        {"grey", "gray"},
        {"mum", "mom"},
        {"travelling", "traveling"},
        {"travelled", "traveled"},
        {"traveller", "traveler"},
        {"realise", "realize"},
        {"organise", "organize"},
        {"programme", "program"},
        {"jewellery", "jewelry"},
        {"pyjamas", "pajamas"},
        {"tyre", "tire"},
        {"cheque", "check"},
        {"behaviour", "behavior"},
        {"honour", "honor"},
        {"ok", "okay"},
        {"practise", "practice"},
        {"defence", "defense"},
        {"licence", "license"},
        {"cancelled", "canceled"},
        {"learnt", "learned"},
        {"storey", "story"}};
    const auto found = variants.find(word);
    return found == variants.end() ? word : found->second;
}

void add_words(Words& out, std::string_view word) {
    struct Ending {
        std::string_view text, means;
    };
    static constexpr std::array<Ending, 5> kEndings = {
        {{"n't", "not"}, {"'m", "am"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}}};
    static const std::unordered_map<std::string_view, std::array<std::string_view, 2>> whole = {
        {"can't", {"can", "not"}},
        {"cannot", {"can", "not"}},
        {"won't", {"will", "not"}},
        {"shan't", {"shall", "not"}},
        {"let's", {"let", "us"}}};
    if (const auto found = whole.find(word); found != whole.end()) {
        for (const auto part : found->second) out.emplace_back(part);
        return;
    }
    for (const auto& [text, means] : kEndings) {
        if (word.size() > text.size() && word.ends_with(text)) {
            out.emplace_back(word.substr(0, word.size() - text.size()));
            out.emplace_back(means);
            return;
        }
    }
    if (word.ends_with("'s") && takes_is(std::string(word.substr(0, word.size() - 2)))) {
        out.emplace_back(word.substr(0, word.size() - 2));
        out.emplace_back("is");
        return;
    }
    out.push_back(american(std::string(word)));
}

}  // namespace

Words normalised(std::string_view text) {
    std::string plain = folded(text);
    settle_quotes(plain);
    settle_tone_marks(plain);
    Words words;
    for (const auto& word : split(without_punctuation(std::move(plain)))) add_words(words, word);
    return words;
}

}  // namespace lexi::grading
