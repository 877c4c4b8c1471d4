#include "app/core/grading/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "kit/unicode.hpp"

namespace lexi::grading {
namespace {

// NFKC with case folding: full-width letters, ligatures and both forms of a Vietnamese letter
// become one; invisible characters go.
std::string folded(std::string_view text) {
    return utf8::mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                  UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
}

// Calls `visit(code point, its bytes)`; ill-formed bytes end the walk.
template <class Visit>
void each_letter(std::string_view text, Visit visit) {
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t letter = -1;
        const auto size =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                             static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
        if (size <= 0) return;
        visit(letter, text.substr(at, static_cast<std::size_t>(size)));
        at += static_cast<std::size_t>(size);
    }
}

bool is_blank(utf8proc_int32_t letter) {
    if (letter >= 0x09 && letter <= 0x0D) return true;
    const auto category = utf8proc_category(letter);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

bool is_mark(utf8proc_int32_t letter) {
    const auto category = utf8proc_category(letter);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

bool is_letter(utf8proc_int32_t letter) {
    const auto category = utf8proc_category(letter);
    return category == UTF8PROC_CATEGORY_ND || is_mark(letter) ||
           (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO);
}

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

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

bool is_apostrophe(utf8proc_int32_t letter) {
    constexpr std::array<utf8proc_int32_t, 9> kAll = {'\'',   '`',    0xB4,   0x2BC, 0x2B9,
                                                      0x2018, 0x2019, 0x201B, 0x2032};
    return std::ranges::contains(kAll, letter);
}

bool is_hyphen(utf8proc_int32_t letter) {
    return letter == '-' || (letter >= 0x2010 && letter <= 0x2012);
}

std::vector<Written> written_words(std::string_view text) {
    std::vector<Written> out;
    std::size_t at = 0;
    bool open = false;
    each_letter(text, [&](utf8proc_int32_t letter, std::string_view bytes) {
        if (is_blank(letter)) {
            open = false;
        } else {
            if (!open) out.push_back({.text = "", .begin = at, .end = at});
            open = true;
            out.back().text += bytes;
            out.back().end = at + 1;
        }
        ++at;
    });
    return out;
}

// One written word, folded, taken apart letter by letter.
class Cutter {
public:
    Cutter(std::string_view text, std::size_t written, std::vector<Word>& out)
        : written_(written), out_(out) {
        each_letter(text, [this](utf8proc_int32_t letter, std::string_view bytes) {
            letters_.push_back({letter, std::string(bytes)});
        });
    }

    void cut() {
        for (std::size_t i = 0; i < letters_.size(); ++i) take(i);
        finish();
    }

private:
    struct Letter {
        utf8proc_int32_t code;
        std::string bytes;
    };

    utf8proc_int32_t code(std::size_t i) const {
        return i < letters_.size() ? letters_[i].code : 0;
    }
    bool digit_at(std::size_t i) const { return code(i) >= '0' && code(i) <= '9'; }
    // A letter alone before a full stop, as in p.m. and U.S.A.
    bool initial_at(std::size_t i) const {
        return i < letters_.size() && code(i) >= 'a' && code(i) <= 'z' &&
               (i == 0 || !is_letter(code(i - 1)));
    }

    void take(std::size_t i) {
        const auto letter = code(i);
        const bool digit = digit_at(i);
        if (is_apostrophe(letter)) {
            word_ += '\'';
        } else if (is_letter(letter)) {
            // 3pm is 3 pm, but 21st is one word.
            if (!digit && !word_.empty() && is_digit(word_.back()) && !ordinal_at(i)) finish();
            word_ += letters_[i].bytes;
        } else if ((letter == ':' || letter == '.' || letter == ',') && i > 0 && digit_at(i - 1) &&
                   digit_at(i + 1)) {
            word_ += static_cast<char>(letter);
        } else if (letter == '.' && i > 0 && initial_at(i - 1) &&
                   (initial_at(i + 1) || abbreviated_)) {
            abbreviated_ = true;
        } else {
            finish();
            hyphen_ = is_hyphen(letter);
            if (letter == '&') add("and");
            if (letter == '%') add("percent");
        }
    }

    bool ordinal_at(std::size_t i) const {
        if (is_letter(code(i + 2))) return false;
        const auto two = (i < letters_.size() ? letters_[i].bytes : "") +
                         (i + 1 < letters_.size() ? letters_[i + 1].bytes : "");
        return two == "st" || two == "nd" || two == "rd" || two == "th";
    }

    // Quotes around a word go; the apostrophe of a lone ending ('d, 's) stays.
    void finish() {
        static constexpr std::array<std::string_view, 6> kEndings = {"'d",  "'s",  "'m",
                                                                     "'re", "'ve", "'ll"};
        while (word_.ends_with('\'')) word_.pop_back();
        while (word_.starts_with('\'') && !std::ranges::contains(kEndings, word_))
            word_.erase(0, 1);
        if (!word_.empty()) add(std::move(word_));
        word_.clear();
    }

    void add(std::string word) {
        settle_tone_marks(word);
        out_.push_back({.text = std::move(word), .written = written_, .after_hyphen = hyphen_});
        hyphen_ = false;
    }

    std::size_t written_;
    std::vector<Word>& out_;
    std::vector<Letter> letters_;
    std::string word_;
    bool hyphen_ = false;
    bool abbreviated_ = false;
};

struct Letter {
    utf8proc_int32_t base = 0;
    std::set<utf8proc_int32_t> marks;
};

std::vector<Letter> taken_apart(std::string_view word) {
    constexpr utf8proc_int32_t kStroke = 0x335;  // what đ has and d lacks
    std::vector<Letter> out;
    const auto open = utf8::mapped(word, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    each_letter(open, [&](utf8proc_int32_t letter, std::string_view) {
        if (is_mark(letter) && !out.empty()) {
            out.back().marks.insert(letter);
        } else if (letter == 0x111) {
            out.push_back({.base = 'd', .marks = {kStroke}});
        } else {
            out.push_back({.base = letter, .marks = {}});
        }
    });
    return out;
}

}  // namespace

Text cut(std::string_view text) {
    Text out{.written = written_words(text), .words = {}};
    for (std::size_t i = 0; i < out.written.size(); ++i) {
        Cutter(folded(out.written[i].text), i, out.words).cut();
    }
    return out;
}

std::string without_marks(std::string_view word) {
    std::string out = utf8::mapped(word, UTF8PROC_STABLE | UTF8PROC_STRIPMARK | UTF8PROC_COMPOSE);
    replace_all(out, "đ", "d");
    replace_all(out, "Đ", "D");
    return out;
}

bool lacks_marks_of(std::string_view given, std::string_view expected) {
    if (given == expected) return false;
    const auto a = taken_apart(given);
    const auto b = taken_apart(expected);
    return std::ranges::equal(a, b, [](const Letter& x, const Letter& y) {
        return x.base == y.base && std::ranges::includes(y.marks, x.marks);
    });
}

}  // namespace lexi::grading
