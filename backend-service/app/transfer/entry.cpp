#include "app/transfer/entry.hpp"

#include <format>

#include "app/core/account.hpp"
#include "kit/utf8.hpp"

namespace lexi::transfer {
namespace {

struct Text {
    std::string Entry::* field;
    std::string_view name;
    std::size_t longest;
};
constexpr Text kTexts[] = {{&Entry::word, "word", 255},
                           {&Entry::translation, "translation", 255},
                           {&Entry::pronunciation, "pronunciation", 255},
                           {&Entry::part_of_speech, "part_of_speech", 40},
                           {&Entry::example_sentence, "example_sentence", 1000},
                           {&Entry::example_translation, "example_translation", 1000},
                           {&Entry::level, "level", 20}};
constexpr std::size_t kMostTags = 20;
constexpr std::size_t kLongestTag = 50;

void trim(std::string& text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == std::string::npos) return text.clear();
    text = text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool is_text(std::string_view text) { return utf8::valid(text) && !text.contains('\0'); }

std::string tags_refusal(const std::vector<std::string>& tags) {
    if (tags.size() > kMostTags) return std::format("has more than {} tags", kMostTags);
    for (const auto& tag : tags) {
        if (!is_text(tag)) return "tags must be UTF-8 text";
        if (utf8::length(tag) > kLongestTag) {
            return std::format("a tag is longer than {} letters", kLongestTag);
        }
    }
    return {};
}

std::string refusal_of(const Entry& entry) {
    for (const auto& text : kTexts) {
        if (!is_text(entry.*text.field)) return std::format("{} must be UTF-8 text", text.name);
        if (utf8::length(entry.*text.field) > text.longest) {
            return std::format("{} is longer than {} letters", text.name, text.longest);
        }
    }
    if (entry.word.empty()) return "word is missing";
    if (entry.translation.empty()) return "translation is missing";
    if (!entry.level.empty() && !level_from(entry.level)) {
        return "level must be one of A1, A2, B1, B2, C1, C2";
    }
    return tags_refusal(entry.tags);
}

}  // namespace

void check(Entry& entry) {
    if (!entry.refusal.empty()) return;
    for (const auto& text : kTexts) {
        trim(entry.*text.field);
        // Both ways to type a Vietnamese letter are one, or a word would not be known again.
        if (utf8::valid(entry.*text.field)) entry.*text.field = utf8::nfc(entry.*text.field);
    }
    for (auto& tag : entry.tags) trim(tag);
    std::erase(entry.tags, "");
    entry.refusal = refusal_of(entry);
    if (entry.refusal.empty() && !entry.level.empty()) entry.level = *level_from(entry.level);
}

}  // namespace lexi::transfer
