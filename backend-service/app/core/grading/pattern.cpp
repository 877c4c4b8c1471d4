#include "app/core/grading/pattern.hpp"

#include <cctype>
#include <iterator>
#include <utility>

namespace lexi::grading {
namespace {

constexpr std::size_t kLongestKey = 4000;
constexpr int kDeepest = 8;

using Parts = std::vector<Part>;

// A letter or digit, or a byte of one outside ASCII.
bool is_wordy(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::expected<Parts, std::string> parse() {
        auto branches = alternatives(0);
        if (wrong_.empty() && at_ < text_.size()) wrong_ = "has a bracket that was not opened";
        if (!wrong_.empty()) return std::unexpected(wrong_);
        if (branches.size() == 1) return std::move(branches[0]);
        Part choice;
        choice.branches = std::move(branches);
        return Parts{std::move(choice)};
    }

private:
    bool done() const { return at_ >= text_.size() || !wrong_.empty(); }
    char here() const { return text_[at_]; }
    char before() const { return at_ > 0 ? text_[at_ - 1] : ' '; }
    char after() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : ' '; }

    std::vector<Parts> alternatives(int depth) {
        std::vector<Parts> out;
        out.push_back(sequence(depth));
        while (!done() && here() == '|') {
            ++at_;
            out.push_back(sequence(depth));
        }
        return out;
    }

    Parts sequence(int depth) {
        Parts out;
        std::string plain;
        while (!done() && here() != '|' && here() != ')' && here() != ']') {
            if (here() == '(' || here() == '[') {
                flush(plain, out);
                out.push_back(group(depth));
            } else if (is_slash()) {
                slash(plain, out, depth);
            } else {
                letter(plain);
            }
        }
        flush(plain, out);
        return out;
    }

    void letter(std::string& plain) {
        if (here() == '\\') {
            if (at_ + 1 >= text_.size()) {
                wrong_ = "ends with a lone \\";
                return;
            }
            ++at_;
        }
        plain += text_[at_++];
    }

    // Between two words or groups; 24/7 and " / " are just text.
    bool is_slash() const {
        if (here() != '/' || is_blank(before()) || is_blank(after())) return false;
        return std::isdigit(static_cast<unsigned char>(before())) == 0 ||
               std::isdigit(static_cast<unsigned char>(after())) == 0;
    }

    static void flush(std::string& plain, Parts& out) {
        if (!plain.empty()) out.push_back({.text = std::exchange(plain, ""), .branches = {}});
    }

    Part group(int depth) {
        const char close = here() == '(' ? ')' : ']';
        Part out;
        out.optional = close == ']';
        if (depth >= kDeepest) {
            wrong_ = "has brackets too deep inside each other";
            return out;
        }
        if (is_wordy(before())) wrong_ = "has a bracket that touches a word";
        ++at_;
        out.branches = alternatives(depth + 1);
        if (!wrong_.empty()) return out;
        if (done() || here() != close) {
            wrong_ = "has a bracket that is not closed";
            return out;
        }
        ++at_;
        if (!done() && is_wordy(here())) wrong_ = "has a bracket that touches a word";
        return out;
    }

    // What stands just before the slash, and each word or group after one, are the choices.
    void slash(std::string& plain, Parts& out, int depth) {
        Part choice;
        if (plain.empty()) {
            if (out.empty()) {
                wrong_ = "begins with a slash";
                return;
            }
            choice.branches.push_back({std::move(out.back())});
            out.pop_back();
        } else {
            const auto blank = plain.find_last_of(" \t\r\n");
            const auto from = blank == std::string::npos ? 0 : blank + 1;
            choice.branches.push_back({Part{.text = plain.substr(from), .branches = {}}});
            plain.erase(from);
            flush(plain, out);
        }
        while (!done() && is_slash()) {
            ++at_;
            choice.branches.push_back({operand(depth)});
        }
        out.push_back(std::move(choice));
    }

    Part operand(int depth) {
        if (here() == '(' || here() == '[') return group(depth);
        std::string word;
        while (!done() && !is_blank(here()) && !std::string_view("()[]|").contains(here()) &&
               !is_slash()) {
            letter(word);
        }
        if (word.empty() && wrong_.empty()) wrong_ = "has a slash with nothing after it";
        return {.text = std::move(word), .branches = {}};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string wrong_;
};

}  // namespace

std::expected<Parts, std::string> parse_key(std::string_view key) {
    if (key.size() > kLongestKey) return std::unexpected("is too long");
    return Parser(key).parse();
}

}  // namespace lexi::grading
