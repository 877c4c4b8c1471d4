#include "ml/grammar/candidates.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "ml/grammar/harper.hpp"
#include "ml/grammar/inflect.hpp"

namespace lexi::ml::grammar {
namespace {

constexpr double kRareZipf = 1.8;
constexpr double kZipfWeight = 1.25;  // natural logarithms of the prior a step of the Zipf scale
constexpr double kEditWeight = 3.2;   // and for an edit of cost 1
constexpr double kMostCost = 3.0;
constexpr double kNearCost = 1.2;
constexpr double kSplitCost = 0.9;  // of a blank left out
constexpr double kOverregularCost = 0.3;
constexpr double kSplitZipf = 4.4;

constexpr unsigned char kWordFrequency[] = {
#embed "data/word-frequency.txt"
};

struct Entry {
    std::string_view word;
    double zipf = 0;
    std::uint32_t letters = 0;  // a bit for each letter that occurs
};

std::uint32_t letters_of(std::string_view word) {
    std::uint32_t bits = 0;
    for (const char c : word) {
        if (c >= 'a' && c <= 'z') bits |= 1U << static_cast<unsigned>(c - 'a');
    }
    return bits;
}

class WordList {
public:
    WordList() {
        std::string_view rest(reinterpret_cast<const char*>(kWordFrequency), sizeof kWordFrequency);
        double zipf = 0;
        while (!rest.empty()) {
            const auto end = std::min(rest.find_first_of(" \n"), rest.size());
            add(rest.substr(0, end), zipf);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    double zipf(std::string_view word) const {
        const auto found = by_word_.find(word);
        return found == by_word_.end() ? kRareZipf : found->second;
    }
    const std::vector<Entry>& of_length(std::size_t length) const {
        static const std::vector<Entry> none;
        return length < by_length_.size() ? by_length_[length] : none;
    }

private:
    void add(std::string_view word, double& zipf) {
        if (word.empty()) return;
        if (word[0] >= '0' && word[0] <= '9') {
            zipf = std::stod(std::string(word)) / 10;
            return;
        }
        by_word_.emplace(word, zipf);
        if (word.size() >= by_length_.size()) by_length_.resize(word.size() + 1);
        by_length_[word.size()].push_back({word, zipf, letters_of(word)});
    }

    std::unordered_map<std::string_view, double> by_word_;
    std::vector<std::vector<Entry>> by_length_;
};

const WordList& word_list() {
    static const WordList list;
    return list;
}

bool vowel(char c) { return std::string_view("aeiouy").contains(c); }

bool neighbours(char one, char other) {
    static constexpr std::array<std::string_view, 3> kRows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (std::size_t row = 0; row < kRows.size(); ++row) {
        const auto at = kRows[row].find(one);
        if (at == std::string_view::npos) continue;
        for (std::size_t near = row == 0 ? 0 : row - 1; near < std::min<std::size_t>(row + 2, 3);
             ++near) {
            const auto there = kRows[near].find(other);
            if (there != std::string_view::npos && (there > at ? there - at : at - there) <= 1) {
                return true;
            }
        }
    }
    return false;
}

bool sound_alike(char one, char other) {
    static constexpr std::array<std::string_view, 10> kPairs{"cs", "ck", "sz", "ei", "ae",
                                                             "dt", "bp", "fv", "gj", "iy"};
    return std::ranges::any_of(
        kPairs, [=](std::string_view pair) { return pair.contains(one) && pair.contains(other); });
}

double substitution(char typed, char meant) {
    if (typed == meant) return 0;
    if (sound_alike(typed, meant)) return 0.75;
    if (vowel(typed) && vowel(meant)) return 0.8;
    if (neighbours(typed, meant)) return 0.95;
    return vowel(typed) == vowel(meant) ? 1.15 : 1.4;
}

// `substitution` of every two characters: it is asked a million times for a text.
class Substitutions {
public:
    Substitutions() {
        for (int typed = 0; typed < 256; ++typed) {
            for (int meant = 0; meant < 256; ++meant) {
                costs_[index(typed, meant)] =
                    substitution(static_cast<char>(typed), static_cast<char>(meant));
            }
        }
    }
    double operator()(char typed, char meant) const {
        return costs_[index(static_cast<unsigned char>(typed), static_cast<unsigned char>(meant))];
    }

private:
    static std::size_t index(int typed, int meant) {
        return static_cast<std::size_t>(typed) * 256 + static_cast<std::size_t>(meant);
    }
    std::array<double, 256UL * 256> costs_{};
};

// A letter that is left out (or put in) costs less where it is not heard: doubled, a final e, a
// vowel, an h.
double gap(std::string_view word, std::size_t at) {
    const char c = word[at];
    if (c == '\'') return 0.4;
    if (at > 0 && word[at - 1] == c) return 0.55;
    if (at + 1 < word.size() && word[at + 1] == c) return 0.55;
    if (c == 'e' && at + 1 == word.size()) return 0.8;
    if (c == 'h' || c == 'u') return 0.85;
    return vowel(c) ? 0.9 : 1.05;
}

void add(std::vector<Candidate>& found, std::string word, double likely, double frequency) {
    Candidate made{
        .word = std::move(word), .channel = kEditWeight * likely, .prior = kZipfWeight * frequency};
    made.score = made.channel + made.prior;
    found.push_back(std::move(made));
}

// alot, infact, aswell: a common word lost the blank behind it.
void add_splits(std::string_view typed, std::vector<Candidate>& found) {
    for (const std::string_view first : {"a", "in", "as", "all", "at", "each", "of", "to", "the"}) {
        if (!typed.starts_with(first) || typed.size() < first.size() + 3) continue;
        const auto second = typed.substr(first.size());
        const double frequency = word_list().zipf(second);
        if (frequency < kSplitZipf) continue;
        add(found, std::string(first) + " " + std::string(second), -kSplitCost, frequency);
    }
}

// teached, choosed; familys, countrys: the regular ending on a word that has another.
void add_overregular(std::string_view typed, std::vector<Candidate>& found) {
    if (typed.ends_with("ed") && typed.size() > 4) {
        for (const std::size_t cut : {2UL, 1UL}) {
            const auto base = std::string(typed.substr(0, typed.size() - cut));
            const auto past = past_of(base);
            if (!past.empty() && !past.ends_with("ed") && base_of_verb(base) == base) {
                add(found, past, -kOverregularCost, word_list().zipf(past));
                return;
            }
        }
    }
    if (typed.ends_with("ys") && typed.size() > 4) {
        const auto many = std::string(typed.substr(0, typed.size() - 2)) + "ies";
        if (has(flags_of(many), Flag::plural)) {
            add(found, many, -kOverregularCost, word_list().zipf(many));
        }
    }
}

}  // namespace

double channel(std::string_view typed, std::string_view word, double most) {
    static const Substitutions substituted;
    const auto n = typed.size();
    const auto m = word.size();
    static thread_local std::vector<double> cost;
    static thread_local std::vector<double> gaps;  // of the word's letters
    cost.assign((n + 1) * (m + 1), 0);
    gaps.resize(m);
    const auto at = [m](std::size_t i, std::size_t j) { return i * (m + 1) + j; };
    for (std::size_t j = 0; j < m; ++j) gaps[j] = gap(word, j);
    for (std::size_t j = 1; j <= m; ++j) cost[at(0, j)] = cost[at(0, j - 1)] + gaps[j - 1];
    double least_before = 0;
    for (std::size_t i = 1; i <= n; ++i) {
        const double own = gap(typed, i - 1);
        double least = cost[at(i, 0)] = cost[at(i - 1, 0)] + own;
        for (std::size_t j = 1; j <= m; ++j) {
            auto best = cost[at(i - 1, j - 1)] + substituted(typed[i - 1], word[j - 1]);
            best = std::min(best, cost[at(i - 1, j)] + own);
            best = std::min(best, cost[at(i, j - 1)] + gaps[j - 1]);
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) {
                best = std::min(best, cost[at(i - 2, j - 2)] + 0.7);
            }
            cost[at(i, j)] = best;
            least = std::min(least, best);
        }
        // Two rows, because a transposition leaves one out.
        if (least > most && least_before > most) return -least;
        least_before = least;
    }
    const bool first_differs = n > 0 && m > 0 && typed[0] != word[0];
    return -(cost[at(n, m)] + (first_differs ? 0.6 : 0));
}

double zipf(std::string_view word) { return word_list().zipf(word); }

std::vector<Candidate> spelling_candidates(std::string_view typed, std::size_t most) {
    std::vector<Candidate> found;
    std::unordered_set<std::string> seen;
    const double farthest = std::min(kMostCost, 0.55 * static_cast<double>(typed.size()));
    const auto judge = [&](std::string_view word, double frequency) {
        const double likely = channel(typed, word, farthest);
        if (-likely > farthest) return;
        if (!seen.emplace(word).second || has(flags_of(word), Flag::offensive)) return;
        add(found, std::string(word), likely, frequency);
    };
    const auto letters = letters_of(typed);
    for (auto length = std::max<std::size_t>(typed.size(), 3) - 2; length <= typed.size() + 3;
         ++length) {
        for (const auto& entry : word_list().of_length(length)) {
            const auto missing = std::popcount(letters & ~entry.letters);
            const auto extra = std::popcount(entry.letters & ~letters);
            if (missing <= 3 && extra <= 3 && missing + extra <= 4) judge(entry.word, entry.zipf);
        }
    }
    // The dictionary has rarer words, but takes as long as all the rest: only where no word that is
    // often used is near.
    const bool near = std::ranges::any_of(
        found, [](const Candidate& one) { return one.channel > -kEditWeight * kNearCost; });
    for (const auto& word : near_words(typed, near ? 1 : 2, 40)) {
        const bool name = std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!name) judge(word, zipf(word));
    }
    add_splits(typed, found);
    add_overregular(typed, found);
    std::ranges::sort(found, std::greater{}, &Candidate::score);
    const auto again = [&found](const Candidate& one) {
        const auto first = std::ranges::find(found, one.word, &Candidate::word);
        return &*first != &one;
    };
    for (std::size_t k = found.size(); k-- > 0;) {
        if (again(found[k])) found.erase(found.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace lexi::ml::grammar
