#include "chat/memory.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "core/lexicon/forms.hpp"

namespace lexi::chat {
namespace {

constexpr std::size_t kMostWords = 5;     // of a note
constexpr std::size_t kMostLetters = 60;  // bytes

struct Saying {
    std::string_view said;  // folded words, as a sentence may go on
    std::string_view kind;
    std::string_view note;  // what is written before the rest
};

// The longer of two that begin alike stands first.
constexpr std::array kSayings{Saying{"i want to be", "goal", "wants to be"},
                              Saying{"i want to become", "goal", "wants to become"},
                              Saying{"i want to learn", "goal", "wants to learn"},
                              Saying{"i want to study", "goal", "wants to study"},
                              Saying{"i want to travel", "goal", "wants to travel"},
                              Saying{"i want to work", "goal", "wants to work"},
                              Saying{"i want to improve", "goal", "wants to improve"},
                              Saying{"i need english for", "goal", "needs English for"},
                              Saying{"i learn english for", "goal", "learns English for"},
                              Saying{"i am learning english for", "goal", "learns English for"},
                              Saying{"i'm learning english for", "goal", "learns English for"},
                              Saying{"i really like", "interest", "likes"},
                              Saying{"i like", "interest", "likes"},
                              Saying{"i really love", "interest", "loves"},
                              Saying{"i love", "interest", "loves"},
                              Saying{"i enjoy", "interest", "enjoys"},
                              Saying{"i am interested in", "interest", "is interested in"},
                              Saying{"i'm interested in", "interest", "is interested in"},
                              Saying{"my hobby is", "interest", "hobby:"},
                              Saying{"my hobbies are", "interest", "hobbies:"},
                              Saying{"my name is", "about", "name:"},
                              Saying{"i live in", "about", "lives in"},
                              Saying{"i am from", "about", "is from"},
                              Saying{"i'm from", "about", "is from"},
                              Saying{"i come from", "about", "is from"},
                              Saying{"i work as", "about", "works as"},
                              Saying{"i work in", "about", "works in"},
                              Saying{"my job is", "about", "job:"},
                              Saying{"tôi thích", "interest", "likes"},
                              Saying{"mình thích", "interest", "likes"},
                              Saying{"em thích", "interest", "likes"},
                              Saying{"tôi muốn học", "goal", "wants to learn"},
                              Saying{"mình muốn học", "goal", "wants to learn"},
                              Saying{"em muốn học", "goal", "wants to learn"},
                              Saying{"tôi tên là", "about", "name:"},
                              Saying{"mình tên là", "about", "name:"},
                              Saying{"em tên là", "about", "name:"},
                              Saying{"tôi sống ở", "about", "lives in"},
                              Saying{"mình sống ở", "about", "lives in"},
                              Saying{"em sống ở", "about", "lives in"}};

// A note ends where the next thought begins. "I like it", "I like that": says nothing by itself.
constexpr std::array kEnders{"and",   "but",  "because", "so",  "when", "if",   "very", "too",
                             "since", "with", "that",    "it",  "this", "you",  "them", "your",
                             "him",   "her",  "which",   "i",   "than", "like", "và",   "nhưng",
                             "vì",    "nên",  "khi",     "lắm", "rồi",  "nó",   "bạn",  "là"};

using Words = std::span<const core::TextWord>;

std::size_t matched(const Saying& saying, const std::vector<std::string>& folded, std::size_t at) {
    std::size_t count = 0;
    for (auto rest = saying.said; !rest.empty();) {
        const auto blank = rest.find(' ');
        if (at + count >= folded.size() || folded[at + count] != rest.substr(0, blank)) return 0;
        ++count;
        rest = blank == std::string_view::npos ? "" : rest.substr(blank + 1);
    }
    return count;
}

// The words from `at` on that belong together, as they are written.
std::string note_from(std::string_view message, const std::vector<core::TextWord>& words,
                      const std::vector<std::string>& folded, std::size_t at) {
    auto end = at;
    while (end < words.size() && end - at < kMostWords) {
        if (std::ranges::contains(kEnders, folded[end])) break;
        if (end > at) {
            const auto between =
                message.substr(words[end - 1].end, words[end].begin - words[end - 1].end);
            if (between.find_first_not_of(" -") != std::string_view::npos) break;
        }
        ++end;
    }
    if (end == at) return "";
    return std::string(message.substr(words[at].begin, words[end - 1].end - words[at].begin));
}

bool asks(std::string_view message, std::size_t from) {
    const auto end = message.find_first_of(".!?\n", from);
    return end != std::string_view::npos && message[end] == '?';
}

}  // namespace

std::vector<Notice> noticed(std::string_view message) {
    const auto words = core::words_of(message);
    std::vector<std::string> folded;
    for (const auto& word : words) folded.push_back(core::folded(word.text));
    std::vector<Notice> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto& saying : kSayings) {
            const auto length = matched(saying, folded, at);
            if (length == 0) continue;
            const auto rest = note_from(message, words, folded, at + length);
            if (rest.empty() || rest.size() > kMostLetters || asks(message, words[at].begin)) break;
            const auto text = std::string(saying.note) + " " + rest;
            found.push_back(
                {.kind = std::string(saying.kind), .key = core::folded(text), .text = text});
            break;
        }
    }
    return found;
}

}  // namespace lexi::chat
