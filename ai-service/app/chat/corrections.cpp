#include "chat/corrections.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "core/error_names.hpp"
#include "kit/utf8.hpp"

namespace lexi::chat {
namespace {

constexpr std::size_t kMaxWords = 400;    // the comparison is quadratic
constexpr std::size_t kMaxEditWords = 4;  // a longer change is a new wording

struct Word {
    std::string_view text;
    std::size_t start = 0;
};

std::int64_t utf16(std::string_view text) {
    return static_cast<std::int64_t>(utf8::utf16_length(text));
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        while (i < text.size() && is_space(text[i])) ++i;
        const std::size_t start = i;
        while (i < text.size() && !is_space(text[i])) ++i;
        if (i > start) words.push_back({text.substr(start, i - start), start});
    }
    return words;
}

// The text without the punctuation around it.
std::string_view bare(std::string_view text) {
    const auto edge = [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; };
    while (!text.empty() && edge(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && edge(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return text;
}

// Letter case and the punctuation around a word are style, not errors.
std::string plain(std::string_view word) {
    std::string out(bare(word));
    std::ranges::transform(out, out.begin(), [](unsigned char c) {
        return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    });
    return out;
}

struct Edit {
    std::size_t from = 0, to = 0;          // words of the message
    std::size_t new_from = 0, new_to = 0;  // words of the rewrite
};

// Longest common subsequence, then the gaps between its matches.
std::vector<Edit> edits(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            best[i][j] =
                a[i] == b[j] ? best[i + 1][j + 1] + 1 : std::max(best[i + 1][j], best[i][j + 1]);
        }
    }
    std::vector<Edit> out;
    Edit open;
    const auto close = [&](std::size_t i, std::size_t j) {
        open.to = i;
        open.new_to = j;
        if (open.from < i || open.new_from < j) out.push_back(open);
        open = {.from = i + 1, .to = 0, .new_from = j + 1, .new_to = 0};
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            close(i++, j++);
        } else if (best[i + 1][j] >= best[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    close(a.size(), b.size());
    return out;
}

// The piece of `text` that holds these words, from the first to the last, without the punctuation
// around it.
std::string_view piece(std::string_view text, const std::vector<Word>& words, std::size_t from,
                       std::size_t to) {
    if (from == to) return text.substr(from < words.size() ? words[from].start : text.size(), 0);
    const auto end = words[to - 1].start + words[to - 1].text.size();
    return bare(text.substr(words[from].start, end - words[from].start));
}

Correction explained(std::string original, std::string corrected) {
    const auto hints = core::category_hints("grammar");
    Correction c{.original = std::move(original),
                 .corrected = std::move(corrected),
                 .hint = std::string(hints.english),
                 .hint_vi = std::string(hints.vietnamese)};
    if (c.original.empty()) {
        c.error_type = "missing";
        c.explanation = "A word is missing here: “" + c.corrected + "”.";
        c.explanation_vi = "Chỗ này thiếu từ “" + c.corrected + "”.";
    } else if (c.corrected.empty()) {
        c.error_type = "unnecessary";
        c.explanation = "“" + c.original + "” is not needed here.";
        c.explanation_vi = "Chỗ này không cần “" + c.original + "”.";
    } else {
        c.error_type = "replacement";
        c.explanation = "Say “" + c.corrected + "” instead of “" + c.original + "”.";
        c.explanation_vi = "Nên viết “" + c.corrected + "” thay cho “" + c.original + "”.";
    }
    return c;
}

}  // namespace

std::vector<Correction> corrections(std::string_view message,
                                    const std::vector<ml::grammar::Match>& matches) {
    std::vector<const ml::grammar::Match*> chosen;
    for (const auto& match : matches) {
        if (match.severity == ml::grammar::Severity::error) chosen.push_back(&match);
    }
    const auto surface = [](const ml::grammar::Match* match) {
        return match->category == "spelling" || match->category == "punctuation";
    };
    std::ranges::stable_sort(chosen, {}, surface);
    if (chosen.size() > kMaxCorrections) chosen.resize(kMaxCorrections);
    std::ranges::sort(chosen, {}, [](const auto* match) { return match->bytes.offset; });
    std::vector<Correction> out;
    for (const auto* match : chosen) {
        const auto hints = core::category_hints(match->category);
        const auto start = static_cast<std::int64_t>(match->utf16.offset);
        out.push_back(
            {.original = std::string(message.substr(match->bytes.offset, match->bytes.length)),
             .corrected = match->replacements.front(),
             .explanation = match->message,
             .explanation_vi = match->message_vi,
             .hint = std::string(hints.english),
             .hint_vi = std::string(hints.vietnamese),
             .error_type = match->category,
             .span = {.start = start,
                      .end = start + static_cast<std::int64_t>(match->utf16.length)}});
    }
    return out;
}

std::vector<Correction> corrections(std::string_view message, std::string_view rewrite) {
    const auto old_words = words_of(message);
    const auto new_words = words_of(rewrite);
    if (old_words.size() > kMaxWords || new_words.size() > kMaxWords || new_words.empty())
        return {};
    std::vector<std::string> a;
    std::vector<std::string> b;
    for (const auto& word : old_words) a.push_back(plain(word.text));
    for (const auto& word : new_words) b.push_back(plain(word.text));
    const auto found = edits(a, b);
    std::size_t changed = 0;
    for (const auto& e : found) changed += std::max(e.to - e.from, e.new_to - e.new_from);
    if (changed * 2 > std::max<std::size_t>(old_words.size(), 2)) return {};
    std::vector<Correction> out;
    for (const auto& e : found) {
        if (out.size() == kMaxCorrections) break;
        if (e.to - e.from > kMaxEditWords || e.new_to - e.new_from > kMaxEditWords) continue;
        const auto original = piece(message, old_words, e.from, e.to);
        const auto corrected = piece(rewrite, new_words, e.new_from, e.new_to);
        if (original.empty() && corrected.empty()) continue;  // a lone dash, say
        auto c = explained(std::string(original), std::string(corrected));
        const auto start = static_cast<std::size_t>(original.data() - message.data());
        c.span.start = utf16(message.substr(0, start));
        c.span.end = c.span.start + utf16(original);
        out.push_back(std::move(c));
    }
    return out;
}

}  // namespace lexi::chat
