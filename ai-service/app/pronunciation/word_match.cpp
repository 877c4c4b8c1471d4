#include "pronunciation/word_match.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace lexi::pronunciation {
namespace {

constexpr double kGap = 0.7;
constexpr double kOther = 1.2;  // less than two gaps: one word for another keeps its place
constexpr double kAlike = 0.8;

constexpr std::array<std::string_view, 13> kNumbers = {"zero", "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};

double likeness(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    const auto longest = std::max<std::size_t>(1, std::max(a.size(), b.size()));
    return 1 - static_cast<double>(row[b.size()]) / static_cast<double>(longest);
}

}  // namespace

std::string plain_word(std::string_view word) {
    std::string plain;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (word.substr(at).starts_with("’")) {
            plain += '\'';
            at += std::string_view("’").size() - 1;
            continue;
        }
        const auto c = static_cast<unsigned char>(word[at]);
        if (std::isalnum(c) != 0 || c == '\'' || c >= 0x80) {
            plain += static_cast<char>(std::tolower(c));
        }
    }
    for (std::size_t n = 0; n < kNumbers.size(); ++n) {
        if (plain == std::to_string(n)) return std::string(kNumbers[n]);
    }
    return plain;
}

std::vector<WordStep> match_words(const std::vector<std::string>& target,
                                  const std::vector<std::string>& heard) {
    const auto rows = target.size() + 1, columns = heard.size() + 1;
    std::vector<std::string> a, b;
    for (const auto& word : target) a.push_back(plain_word(word));
    for (const auto& word : heard) b.push_back(plain_word(word));
    const auto same = [&](std::size_t i, std::size_t j) {
        return a[i - 1] == b[j - 1] || likeness(a[i - 1], b[j - 1]) >= kAlike;
    };
    std::vector<std::vector<double>> cost(rows, std::vector<double>(columns, 0));
    for (std::size_t i = 1; i < rows; ++i) cost[i][0] = cost[i - 1][0] + kGap;
    for (std::size_t j = 1; j < columns; ++j) cost[0][j] = cost[0][j - 1] + kGap;
    const auto change = [&](std::size_t i, std::size_t j) {
        return cost[i - 1][j - 1] + (same(i, j) ? 0 : kOther);
    };
    for (std::size_t i = 1; i < rows; ++i) {
        for (std::size_t j = 1; j < columns; ++j) {
            cost[i][j] = std::min({change(i, j), cost[i - 1][j] + kGap, cost[i][j - 1] + kGap});
        }
    }
    std::vector<WordStep> steps;
    std::size_t i = target.size(), j = heard.size();
    while (i > 0 || j > 0) {
        WordStep step;
        if (i > 0 && j > 0 && cost[i][j] == change(i, j)) {
            step.same = same(i, j);
            step.target = static_cast<int>(--i);
            step.heard = static_cast<int>(--j);
        } else if (i > 0 && (j == 0 || cost[i][j] == cost[i - 1][j] + kGap)) {
            step.target = static_cast<int>(--i);
        } else {
            step.heard = static_cast<int>(--j);
        }
        steps.push_back(step);
    }
    std::ranges::reverse(steps);
    return steps;
}

int syllables(std::string_view word) {
    const auto plain = plain_word(word);
    int groups = 0;
    bool inside = false;
    for (const char c : plain) {
        const bool vowel = std::string_view("aeiouy").contains(c);
        groups += vowel && !inside ? 1 : 0;
        inside = vowel;
    }
    const bool silent = plain.size() > 2 && plain.ends_with('e') && !plain.ends_with("le") &&
                        !std::string_view("aeiouy").contains(plain[plain.size() - 2]);
    return std::max(1, groups - (silent ? 1 : 0));
}

}  // namespace lexi::pronunciation
