#include "chat/sentence_frames.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "core/lexicon/forms.hpp"

namespace lexi::chat {
namespace {

using Frames = std::vector<std::string>;
using Words = std::span<const std::string>;

constexpr std::size_t kLongestEcho = 4;  // words of the question that an answer may repeat

// The last sentence with a question mark, folded.
std::vector<std::string> last_question(std::string_view reply) {
    const auto end = reply.rfind('?');
    if (end == std::string_view::npos) return {};
    auto question = reply.substr(0, end);
    const auto before = question.find_last_of(".!?\n");
    if (before != std::string_view::npos) question.remove_prefix(before + 1);
    // "That is great, so what do you do?": the question begins after the comma.
    if (const auto comma = question.rfind(','); comma != std::string_view::npos) {
        question.remove_prefix(comma + 1);
    }
    std::vector<std::string> words;
    for (const auto& word : core::words_of(question)) words.push_back(core::folded(word.text));
    while (!words.empty() && (words[0] == "and" || words[0] == "so" || words[0] == "but")) {
        words.erase(words.begin());
    }
    return words;
}

bool begins(Words words, std::initializer_list<std::string_view> with) {
    return words.size() >= with.size() && std::ranges::equal(words.first(with.size()), with);
}

// Seen from the other side: "your best friend" is "my best friend".
std::string mine(Words words) {
    static const std::map<std::string, std::string, std::less<>> turned{
        {"your", "my"}, {"yours", "mine"}, {"you", "me"}, {"yourself", "myself"}};
    std::string text;
    for (const auto& word : words) {
        const auto found = turned.find(word);
        text += (text.empty() ? "" : " ") + (found == turned.end() ? word : found->second);
    }
    return text;
}

std::string capital(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

// Do you …? Are you …? Is your sister …?
Frames yes_or_no(Words words) {
    struct Short {
        std::string_view auxiliary;
        std::string_view answer;
        std::string_view negative;
    };
    static constexpr std::array kYou{
        Short{"do", "do", "don't"},          Short{"did", "did", "didn't"},
        Short{"are", "am", "'m not"},        Short{"were", "was", "wasn't"},
        Short{"have", "have", "haven't"},    Short{"can", "can", "can't"},
        Short{"could", "could", "couldn't"}, Short{"will", "will", "won't"},
        Short{"would", "would", "wouldn't"}, Short{"should", "should", "shouldn't"}};
    if (words.size() < 3 || std::ranges::contains(words, "or")) return {};  // "… or …?" wants one
    if (words[1] == "you") {
        const auto found = std::ranges::find(kYou, words[0], &Short::auxiliary);
        if (found == kYou.end()) return {};
        const std::string no = found->negative == "'m not"
                                   ? "No, I'm not. …"
                                   : "No, I " + std::string(found->negative) + ". …";
        return {"Yes, I " + std::string(found->answer) + ". …", no};
    }
    if (begins(words, {"is", "there"})) return {"Yes, there is. …", "No, there isn't. …"};
    if (begins(words, {"are", "there"})) return {"Yes, there are. …", "No, there aren't. …"};
    if (begins(words, {"is", "it"}) || begins(words, {"is", "that"}) ||
        begins(words, {"is", "this"})) {
        return {"Yes, it is. …", "No, it isn't. …"};
    }
    return {};
}

// What is your favourite food? What do you like to eat?
Frames what(Words words) {
    if (words.back() == "like" && !begins(words, {"what", "do"})) return {};  // What's it like?
    if (begins(words, {"what", "time"})) return {"At …"};
    if (begins(words, {"what", "is", "your"}) || begins(words, {"what's", "your"})) {
        const auto thing = words.subspan(words[0] == "what" ? 2 : 1);
        if (thing.size() > kLongestEcho + 1 || thing.size() < 2) return {};
        return {capital(mine(thing)) + " is …"};
    }
    if (begins(words, {"what", "are", "your"})) {
        const auto things = words.subspan(2);
        if (things.size() > kLongestEcho + 1 || things.size() < 2) return {};
        return {capital(mine(things)) + " are …"};
    }
    if (begins(words, {"what", "do", "you", "do"}) && words.size() == 4) {
        return {"I am a …", "I work in …", "I study …"};
    }
    if (begins(words, {"what", "do", "you"}) && words.size() > 3 &&
        words.size() <= 3 + kLongestEcho) {
        return {"I " + mine(words.subspan(3)) + " …"};
    }
    if (begins(words, {"what", "did", "you"})) return {"Yesterday, I …", "I …"};
    if (begins(words, {"what", "are", "you"})) return {"I am …"};
    if (begins(words, {"what", "would", "you"})) return {"I would …"};
    return {};
}

Frames other_questions(Words words) {
    if (begins(words, {"where", "are", "you", "from"})) return {"I am from …"};
    if (begins(words, {"where", "do", "you", "live"})) return {"I live in …"};
    if (words[0] == "where") return {"In …", "At …"};
    if (words[0] == "when") return {"On …", "At …", "In …"};
    if (words[0] == "why") return {"Because …"};
    if (words[0] == "who") return {"My …"};
    if (begins(words, {"how", "are", "you"})) return {"I'm fine, thank you. And you?", "I'm …"};
    if (begins(words, {"how", "old", "are", "you"})) return {"I am … years old."};
    if (begins(words, {"how", "often"})) return {"Every …", "… times a week.", "I never …"};
    if (begins(words, {"how", "long"})) return {"For …", "Since …"};
    if (begins(words, {"how", "many"}) && words.size() > 2) return {"There are …", "I have …"};
    if (begins(words, {"how", "do", "you"})) return {"I … by …", "First, I …"};
    return {};
}

}  // namespace

Frames sentence_frames(std::string_view reply) {
    const auto question = last_question(reply);
    if (question.empty()) return {};
    const Words words(question);
    if (words[0].starts_with("what")) return what(words);
    auto frames = yes_or_no(words);
    return frames.empty() ? other_questions(words) : frames;
}

}  // namespace lexi::chat
