#include "app/core/grading/readings.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "app/core/grading/spelling.hpp"

namespace lexi::grading {
namespace {

using Set = std::unordered_set<std::string_view>;

// -'s after these is never a possessive.
bool never_owns(std::string_view head) {
    static const Set heads = {"it",   "he",  "she",   "that", "this", "there", "here",
                              "what", "who", "where", "how",  "when", "why",   "everything"};
    return heads.contains(head);
}

bool is_participle(std::string_view word) {
    static const Set irregular = {
        "been",   "become", "begun",  "bitten", "blown",   "broken", "brought", "built",
        "bought", "caught", "chosen", "come",   "cost",    "cut",    "done",    "drawn",
        "driven", "drunk",  "eaten",  "fallen", "felt",    "fought", "flown",   "forgotten",
        "found",  "given",  "gone",   "got",    "gotten",  "grown",  "had",     "heard",
        "held",   "hidden", "hit",    "hurt",   "kept",    "known",  "left",    "lent",
        "let",    "lost",   "made",   "meant",  "met",     "paid",   "put",     "read",
        "ridden", "risen",  "rung",   "run",    "said",    "seen",   "sent",    "set",
        "shown",  "shut",   "slept",  "sold",   "sung",    "spent",  "spoken",  "stolen",
        "stood",  "swum",   "taken",  "taught", "thought", "thrown", "told",    "understood",
        "won",    "worn",   "written"};
    static const Set no = {"need", "feed", "speed", "bed", "red", "seed", "weed", "bleed"};
    return irregular.contains(word) ||
           (word.size() > 3 && word.ends_with("ed") && !no.contains(word));
}

// Their base form is their participle: 'd before them may be would or had.
bool is_base_too(std::string_view word) {
    static const Set words = {"become", "come", "cost", "cut", "hit", "hurt",
                              "let",    "put",  "read", "run", "set", "shut"};
    return words.contains(word);
}

bool stands_between(std::string_view word) {
    static const Set words = {"not",  "never", "always", "just",     "already", "also",
                              "only", "ever",  "really", "probably", "still",   "often"};
    return words.contains(word);
}

// After a name's 's these make it "is".
bool follows_is(std::string_view word) {
    static const Set words = {"a",     "an",    "the",  "not",   "in",     "at",   "on",  "from",
                              "here",  "there", "very", "my",    "your",   "his",  "her", "our",
                              "their", "so",    "too",  "going", "always", "never"};
    return words.contains(word) || (word.size() > 4 && word.ends_with("ing"));
}

class Reader {
public:
    Reader(const std::vector<Word>& run, Language language, Side side, bool more_follows)
        : run_(run), language_(language), side_(side), more_follows_(more_follows) {}

    std::vector<Reading> read() && {
        for (std::size_t i = 0; i < run_.size(); ++i) {
            if (language_ == Language::en) {
                english(i);
            } else {
                vietnamese(i);
            }
        }
        return std::move(out_);
    }

private:
    const std::string& word(std::size_t i) const { return run_[i].text; }
    void add(std::size_t from, std::size_t to, Tokens tokens) {
        out_.push_back({.from = from, .to = to, .tokens = std::move(tokens)});
    }
    void one(std::size_t i, Tokens tokens) { add(i, i + 1, std::move(tokens)); }

    bool number(std::size_t i) {
        auto ways = number_readings(word(i), language_);
        for (auto& way : ways) one(i, std::move(way));
        return !ways.empty();
    }

    void vietnamese(std::size_t i) {
        if (number(i)) return;
        // Two ways to say the same in a number: linh and lẻ, ngàn and nghìn, tỉ and tỷ.
        const auto& text = word(i);
        one(i, {text == "linh" ? "lẻ" : text == "ngàn" ? "nghìn" : text == "tỉ" ? "tỷ" : text});
    }

    void english(std::size_t i) {
        const std::string text = word(i);
        if (!number(i) && !contraction(i)) one(i, {american(text)});
        if (i + 1 < run_.size() && run_[i + 1].after_hyphen) {
            add(i, i + 2, {american(text + word(i + 1))});
        }
        const bool before_number = i + 1 < run_.size() && is_number_word(word(i + 1));
        const bool scale = i > 0 && (word(i - 1) == "hundred" || word(i - 1) == "thousand");
        if (text == "and" && scale && before_number) one(i, {});
        const bool before_scale =
            i + 1 < run_.size() &&
            (word(i + 1) == "hundred" || word(i + 1) == "thousand" || word(i + 1) == "million");
        if (text == "a" && before_scale) one(i, {"one"});
    }

    bool contraction(std::size_t i) {
        struct Ending {
            std::string_view text, means;
        };
        static constexpr std::array<Ending, 5> kEndings = {
            {{"n't", "not"}, {"'m", "am"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}}};
        static constexpr std::array<std::array<std::string_view, 3>, 5> kWhole = {
            {{"can't", "can", "not"},
             {"cannot", "can", "not"},
             {"won't", "will", "not"},
             {"shan't", "shall", "not"},
             {"let's", "let", "us"}}};
        const std::string& text = word(i);
        for (const auto& [whole, first, second] : kWhole) {
            if (text != whole) continue;
            one(i, {std::string(first), std::string(second)});
            return true;
        }
        for (const auto& [ending, means] : kEndings) {
            if (!text.ends_with(ending)) continue;
            Tokens tokens;
            if (text.size() > ending.size()) {
                tokens.push_back(text.substr(0, text.size() - ending.size()));
            }
            tokens.emplace_back(means);
            one(i, std::move(tokens));
            return true;
        }
        if (text.ends_with("'s")) return ambiguous(i, {"is", "has"});
        if (text.ends_with("'d")) return ambiguous(i, {"would", "had"});
        return false;
    }

    bool ambiguous(std::size_t i, const std::array<std::string, 2>& meanings) {
        const std::string& text = word(i);
        const std::string head = text.substr(0, text.size() - 2);
        const bool is = meanings[0] == "is";
        const bool literal = side_ == Side::answer || head.empty() || (is && !never_owns(head));
        for (const auto& meaning : meanings) {
            if (!meant(i, head, meaning)) continue;
            one(i, head.empty() ? Tokens{meaning} : Tokens{head, meaning});
        }
        if (literal) one(i, {text});
        return true;
    }

    bool meant(std::size_t i, const std::string& head, const std::string& meaning) const {
        if (side_ == Side::answer) return true;
        if (head.empty()) return false;  // an author's lone 'd is just that
        std::size_t next = i + 1;
        while (next < run_.size() && stands_between(word(next))) ++next;
        if (next == run_.size()) {
            if (more_follows_) return true;
            return meaning == "is" ? never_owns(head) : meaning == "would";
        }
        const std::string& after = word(next);
        const bool participle = is_participle(after);
        if (meaning == "has") return participle;
        if (meaning == "is") {
            if (after == "been" || after == "got") return false;
            return never_owns(head) || follows_is(word(i + 1)) || participle;
        }
        if (meaning == "had") return participle || after == "better";
        return after != "better" && (!participle || is_base_too(after));
    }

    const std::vector<Word>& run_;
    Language language_;
    Side side_;
    bool more_follows_;
    std::vector<Reading> out_;
};

}  // namespace

std::vector<Reading> readings(const std::vector<Word>& run, Language language, Side side,
                              bool more_follows) {
    return Reader(run, language, side, more_follows).read();
}

}  // namespace lexi::grading
