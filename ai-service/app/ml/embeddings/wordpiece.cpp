#include "ml/embeddings/wordpiece.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace lexi::ml {
namespace {

using Char = utf8proc_int32_t;

constexpr std::size_t kLongestWord = 100;  // characters; BERT knows no longer word
constexpr Char kReplacement = 0xFFFD;

void append(std::string& text, Char c) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(c, bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::vector<Char> characters(std::string_view text) {
    std::vector<Char> found;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        Char c = 0;
        const auto size = std::max<utf8proc_ssize_t>(1, utf8proc_iterate(at, left, &c));
        found.push_back(c < 0 ? kReplacement : c);
        at += size;
        left -= size;
    }
    return found;
}

bool is_blank(Char c) {
    if (c == '\t' || c == '\n' || c == '\r') return true;
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

// Controls, formats (zero-width joiners), private and unassigned ones carry no meaning here.
bool is_noise(Char c) {
    if (c == 0 || c == kReplacement) return true;
    if (c == '\t' || c == '\n' || c == '\r') return false;
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CN:
            return true;
        default:
            return false;
    }
}

bool is_punctuation(Char c) {
    // BERT counts every ASCII sign that is no letter, digit or blank, also $ + < = > ^ ` | ~.
    if (c < 0x80) return c > ' ' && c < 0x7F && !std::isalnum(static_cast<int>(c));
    const auto category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

// The ideographs: each is a word of its own. Kana and hangul are written with words and stay.
bool is_ideograph(Char c) {
    static constexpr std::array<std::pair<Char, Char>, 8> kBlocks{{{0x4E00, 0x9FFF},
                                                                   {0x3400, 0x4DBF},
                                                                   {0x20000, 0x2A6DF},
                                                                   {0x2A700, 0x2B73F},
                                                                   {0x2B740, 0x2B81F},
                                                                   {0x2B920, 0x2CEAF},
                                                                   {0xF900, 0xFAFF},
                                                                   {0x2F800, 0x2FA1F}}};
    return std::ranges::any_of(
        kBlocks, [c](const auto& block) { return c >= block.first && c <= block.second; });
}

// Letters without their accents, in lower case. Decomposition yields at most 18 characters.
void append_plain(std::vector<Char>& out, Char c) {
    std::array<Char, 32> parts{};
    int boundary = 0;
    const auto count =
        utf8proc_decompose_char(c, parts.data(), parts.size(), UTF8PROC_DECOMPOSE, &boundary);
    if (count < 0 || static_cast<std::size_t>(count) > parts.size()) return;
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        const auto part = parts[static_cast<std::size_t>(i)];
        if (utf8proc_category(part) == UTF8PROC_CATEGORY_MN) continue;
        out.push_back(utf8proc_tolower(part));
    }
}

std::vector<Char> normalised(std::string_view text) {
    std::vector<Char> out;
    for (const auto c : characters(text)) {
        if (is_noise(c)) continue;
        if (is_blank(c)) {
            out.push_back(' ');
        } else if (is_ideograph(c)) {
            out.insert(out.end(), {' ', c, ' '});
        } else {
            append_plain(out, c);
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> basic_tokens(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (const auto c : normalised(text)) {
        if (c == ' ') {
            end_word();
        } else if (is_punctuation(c)) {
            end_word();
            append(word, c);
            end_word();
        } else {
            append(word, c);
        }
    }
    end_word();
    return words;
}

std::expected<WordPiece, std::string> WordPiece::load(const std::string& path) {
    std::ifstream file(path);
    if (!file) return std::unexpected("there is no vocabulary file");
    std::vector<std::string> tokens;
    for (std::string line; std::getline(file, line);) {
        if (line.ends_with('\r')) line.pop_back();
        tokens.push_back(std::move(line));
    }
    try {
        return WordPiece(tokens);
    } catch (const std::runtime_error& wrong) {
        return std::unexpected(wrong.what());
    }
}

WordPiece::WordPiece(const std::vector<std::string>& vocabulary) {
    ids_.reserve(vocabulary.size());
    for (const auto& token : vocabulary) ids_.emplace(token, std::ssize(ids_));
    const auto special = [this](const char* name) {
        const auto found = ids_.find(std::string_view(name));
        if (found == ids_.end()) {
            throw std::runtime_error(std::string("the vocabulary lacks ") + name);
        }
        return found->second;
    };
    unknown_ = special("[UNK]");
    begin_ = special("[CLS]");
    end_ = special("[SEP]");
}

std::int64_t WordPiece::id_of(std::string_view token) const {
    const auto found = ids_.find(token);
    return found == ids_.end() ? -1 : found->second;
}

void WordPiece::add_pieces(std::string_view word, std::vector<std::int64_t>& ids) const {
    std::vector<std::size_t> ends;  // of each character, in bytes
    for (std::size_t at = 1; at <= word.size(); ++at) {
        const bool inside =
            at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80;
        if (!inside) ends.push_back(at);
    }
    const auto before = ids.size();
    std::size_t from = 0;
    while (from < word.size() && ends.size() <= kLongestWord) {
        std::int64_t id = -1;
        std::size_t to = from;
        for (auto end = ends.rbegin(); end != ends.rend() && *end > from && id < 0; ++end) {
            to = *end;
            const auto piece = word.substr(from, to - from);
            id = id_of(from == 0 ? std::string(piece) : "##" + std::string(piece));
        }
        if (id < 0) break;
        ids.push_back(id);
        from = to;
    }
    if (from == word.size()) return;
    ids.resize(before);  // one piece that is not known makes the whole word unknown
    ids.push_back(unknown_);
}

std::vector<std::int64_t> WordPiece::encode(std::string_view text, std::size_t limit) const {
    std::vector<std::int64_t> ids{begin_};
    for (const auto& word : basic_tokens(text)) {
        add_pieces(word, ids);
        if (ids.size() >= limit) break;
    }
    ids.resize(std::min(ids.size(), limit - 1));
    ids.push_back(end_);
    return ids;
}

}  // namespace lexi::ml
