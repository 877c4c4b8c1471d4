#include "chat/sentence_gate.hpp"

#include <algorithm>
#include <cctype>

namespace lexi::chat {
namespace {

constexpr std::string_view kEnds = ".!?\n";

// Where the sentence whose mark is at `mark` ends, its closing quotes and the blank after them
// included; 0 where the mark stands within a word (3.50); npos while that is not to be seen yet.
// ("Mr. Smith" is cut too early, which only moves what is judged together.)
std::size_t end_of_sentence(std::string_view text, std::size_t mark) {
    if (text[mark] == '\n') return mark + 1;
    for (auto at = mark + 1; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (std::isspace(c) != 0) return at + 1;
        if (std::isalnum(c) != 0) return 0;
    }
    return std::string_view::npos;
}

}  // namespace

// The end of what is whole in held_, or npos; what has been looked at is not looked at again.
std::size_t SentenceGate::next_end() {
    if (unit_ == Unit::word) {
        const auto blank = held_.find_last_of(" \t\n");
        return blank == std::string::npos ? blank : blank + 1;
    }
    while (true) {
        const auto mark = held_.find_first_of(kEnds, looked_);
        const auto end = mark == std::string::npos ? mark : end_of_sentence(held_, mark);
        if (end == std::string::npos) {
            looked_ = std::min(mark, held_.size());
            return end;
        }
        if (end != 0) return end;
        looked_ = mark + 1;
    }
}

std::string SentenceGate::push(std::string_view piece) {
    held_ += piece;
    std::string out;
    while (!closed_) {
        const auto end = next_end();
        if (end == std::string::npos) break;
        out += judge(end);
    }
    return out;
}

std::string SentenceGate::finish() { return closed_ || held_.empty() ? "" : judge(held_.size()); }

std::string SentenceGate::judge(std::size_t end) {
    auto sentence = held_.substr(0, end);
    if (!may_show_(shown_ + sentence)) {
        closed_ = true;
        return "";
    }
    held_.erase(0, end);
    looked_ = 0;
    shown_ += sentence;
    return sentence;
}

}  // namespace lexi::chat
