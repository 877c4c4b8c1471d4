#include "generation/topic.hpp"

#include <algorithm>
#include <set>

#include "core/lexicon/forms.hpp"

namespace lexi::generation {
namespace {

using core::Word;

constexpr std::size_t kThemes = 3;
constexpr double kNearEnough = 0.3;

// What requests are wrapped in.
const std::set<std::string, std::less<>>& wrapping() {
    static const std::set<std::string, std::less<>> words{
        "the",      "a",         "an",      "and",     "or",       "of",       "in",   "on",
        "at",       "for",       "with",    "to",      "about",    "my",       "your", "some",
        "words",    "word",      "english", "talking", "practise", "practice", "how",  "vocabulary",
        "exercise", "exercises", "lesson",  "topic",   "things",   "từ",       "vựng", "tiếng",
        "anh",      "về",        "chủ",     "đề"};
    return words;
}

std::set<std::string> asked(std::string_view topic) {
    std::set<std::string> forms;
    for (const auto& word : core::words_of(core::folded(topic))) {
        if (wrapping().contains(word.text)) continue;
        forms.insert(word.text);
        if (word.text.size() > 3 && word.text.ends_with('s')) {
            forms.insert(word.text.substr(0, word.text.size() - 1));
        }
    }
    return forms;
}

bool names(const std::set<std::string>& asked, std::string_view text) {
    for (const auto& word : core::words_of(core::folded(text))) {
        if (asked.contains(word.text)) return true;
        if (word.text.ends_with('s') && asked.contains(word.text.substr(0, word.text.size() - 1))) {
            return true;
        }
    }
    return false;
}

bool tagged(const Word& word, const std::set<std::string>& asked) {
    return std::ranges::any_of(word.tags, [&](const auto& tag) { return names(asked, tag); });
}

// The words of lessons whose title says the topic.
std::set<std::string> taught_under(const core::Lexicon& lexicon,
                                   const std::set<std::string>& asked) {
    std::set<std::string> words;
    for (const auto& lesson : lexicon.lessons()) {
        if (!names(asked, lesson.title)) continue;
        for (const auto& word : lesson.new_words) words.insert(core::folded(word));
    }
    return words;
}

}  // namespace

std::vector<std::string> Topics::near_themes(std::string_view topic) {
    const auto wanted = embedder_.embed(topic);
    if (!wanted) return {};
    const std::scoped_lock lock(mutex_);
    if (themes_.empty()) {
        std::set<std::string> tags;
        for (const auto& word : lexicon_.words()) tags.insert(word.tags.begin(), word.tags.end());
        for (const auto& tag : tags) {
            std::string text = tag;
            std::ranges::replace(text, '-', ' ');
            if (auto vector = embedder_.embed(text)) themes_.emplace_back(tag, std::move(*vector));
        }
    }
    std::vector<std::pair<double, std::string>> near;
    for (const auto& [tag, vector] : themes_) near.emplace_back(ml::cosine(*wanted, vector), tag);
    std::ranges::sort(near, std::greater());
    std::vector<std::string> tags;
    for (const auto& [score, tag] : near) {
        if (tags.size() < kThemes && score >= kNearEnough) tags.push_back(tag);
    }
    return tags;
}

TopicWords Topics::words(std::string_view topic, core::Level level, std::size_t enough) {
    const auto forms = asked(topic);
    const auto lessons = taught_under(lexicon_, forms);
    TopicWords found{.words = {}, .matched = "words"};
    std::vector<const Word*> known;
    for (const auto& word : lexicon_.words()) {
        if (word.level > level) continue;
        known.push_back(&word);
        if (names(forms, word.word) || tagged(word, forms) ||
            lessons.contains(core::folded(word.word))) {
            found.words.push_back(&word);
        }
    }
    if (found.words.size() >= enough) return found;
    const auto themes = near_themes(topic);
    const std::set<std::string> near(themes.begin(), themes.end());
    for (const auto* word : known) {
        const bool fits =
            std::ranges::any_of(word->tags, [&](const auto& t) { return near.contains(t); });
        if (fits && !std::ranges::contains(found.words, word)) found.words.push_back(word);
    }
    if (found.words.size() >= enough) return found.matched = "meaning", found;
    // Nothing of the vocabulary is near: the level's own words, most of what is left.
    std::ranges::copy_if(known, std::back_inserter(found.words),
                         [level](const Word* word) { return word->level == level; });
    if (found.words.size() < enough) found.words = std::move(known);
    found.matched = "level";
    return found;
}

const core::Lesson* Topics::lesson(std::string_view topic, core::Level level) const {
    const auto wanted = core::plain(topic);
    const core::Lesson* best = nullptr;
    int most = 0;
    for (const auto& lesson : lexicon_.lessons()) {
        if (lesson.level > level || wanted.size() < 3) continue;
        int score = 0;
        if (core::plain(lesson.title).contains(wanted)) score += 3;
        if (core::plain(lesson.title_vi + " " + lesson.description_vi).contains(wanted)) score += 2;
        if (core::plain(lesson.theory_vi).contains(wanted)) score += 1;
        if (score > most) best = &lesson, most = score;
    }
    return best;
}

}  // namespace lexi::generation
