#include "app/core/grading/grading.hpp"

#include <algorithm>
#include <sstream>

namespace lexi::grading {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLongWord = 5;  // letters from which a slip is forgiven

// Length of the longest common subsequence of every pair of tails.
std::vector<std::vector<std::size_t>> common_tails(const Words& a, const Words& b) {
    std::vector table(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            table[i][j] =
                a[i] == b[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
        }
    }
    return table;
}

std::size_t words_apart(const Words& a, const Words& b) {
    return a.size() + b.size() - 2 * common_tails(a, b)[0][0];
}

std::string joined(const Words& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

// The words as they were written, with what each means for the comparison.
struct Written {
    Words shown;
    Words meant;
};

Written written(const std::string& text) {
    Written out;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        auto meaning = joined(normalised(word));
        if (meaning.empty()) continue;
        out.shown.push_back(word);
        out.meant.push_back(std::move(meaning));
    }
    return out;
}

void add_piece(std::vector<DiffPiece>& diff, const char* kind, const std::string& word) {
    if (!diff.empty() && diff.back().kind == kind) {
        diff.back().text += " " + word;
    } else {
        diff.push_back({kind, word});
    }
}

std::vector<DiffPiece> difference(const std::string& given, const std::string& expected) {
    const auto from = written(given);
    const auto to = written(expected);
    const auto common = common_tails(from.meant, to.meant);
    std::vector<DiffPiece> diff;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < from.meant.size() || j < to.meant.size()) {
        const bool both = i < from.meant.size() && j < to.meant.size();
        if (both && from.meant[i] == to.meant[j]) {
            add_piece(diff, "same", from.shown[i]);
            ++i, ++j;
        } else if (j == to.meant.size() ||
                   (i < from.meant.size() && common[i + 1][j] >= common[i][j + 1])) {
            add_piece(diff, "extra", from.shown[i++]);
        } else {
            add_piece(diff, "missing", to.shown[j++]);
        }
    }
    return diff;
}

// One letter too many, too few, wrong, or two swapped; the first letter right, and not at the end
// of the word, where a letter is grammar (teacher, teachers).
bool is_slip(const std::string& given, const std::string& expected) {
    if (expected.size() < kLongWord || given == expected || given[0] != expected[0]) return false;
    const auto [a, b] = std::ranges::mismatch(given, expected);
    const auto at = static_cast<std::size_t>(a - given.begin());
    const auto rest_given = given.substr(at);
    const auto rest_expected = expected.substr(at);
    if (rest_given.size() == rest_expected.size()) {
        if (rest_given.size() < 2) return false;
        const bool wrong = rest_given.substr(1) == rest_expected.substr(1);
        const bool swapped = rest_given[0] == rest_expected[1] &&
                             rest_given[1] == rest_expected[0] &&
                             rest_given.substr(2) == rest_expected.substr(2);
        return wrong || swapped;
    }
    if (rest_given.empty() || rest_expected.empty()) return false;
    return rest_given.size() > rest_expected.size() ? rest_given.substr(1) == rest_expected
                                                    : rest_given == rest_expected.substr(1);
}

bool one_slip(const Words& given, const Words& expected) {
    if (given.size() != expected.size()) return false;
    std::size_t slips = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] == expected[i]) continue;
        if (!is_slip(given[i], expected[i])) return false;
        ++slips;
    }
    return slips == 1;
}

// Where the spelling of a long English word is not what is asked.
bool forgives_slips(const Key& key) {
    return key.kind == "translate_to_en" || key.kind == "dictation" ||
           (key.kind == "listening" && key.choices.empty());
}

Grade grade_pairs(const Key& key, const Given& given) {
    Grade out{.correct = given.pairs.size() == key.pairs.size()};
    for (const auto& [left, right] : key.pairs) {
        out.expected += (out.expected.empty() ? "" : "\n") + left + " = " + right;
        const auto found = given.pairs.find(left);
        const bool same =
            found != given.pairs.end() && normalised(found->second) == normalised(right);
        if (same) {
            out.diff.push_back({"same", left + " = " + right});
        } else {
            out.correct = false;
            if (found != given.pairs.end()) {
                out.diff.push_back({"extra", left + " = " + found->second});
            }
            out.diff.push_back({"missing", left + " = " + right});
        }
    }
    return out;
}

}  // namespace

Grade grade(const Key& key, const Given& given) {
    if (key.kind == "matching") return grade_pairs(key, given);
    const auto words = normalised(given.text);
    Grade out;
    std::size_t best = SIZE_MAX;
    const auto consider = [&](const std::string& accepted) {
        const auto wanted = normalised(accepted);
        const auto apart = words_apart(words, wanted);
        if (apart < best) {
            best = apart;
            out.expected = accepted;
        }
        out.typo = out.typo || (forgives_slips(key) && one_slip(words, wanted));
    };
    consider(key.answer);
    for (const auto& alternative : key.alternatives) consider(alternative);
    out.typo = out.typo && best != 0;
    out.correct = best == 0 || out.typo;
    out.diff = difference(given.text, out.expected);
    return out;
}

}  // namespace lexi::grading
