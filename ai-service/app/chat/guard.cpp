#include "chat/guard.hpp"

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

#include "core/lexicon/forms.hpp"

namespace lexi::chat {
namespace {

constexpr std::size_t kWordsInARow = 5;

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& word : core::words_of(text)) words.push_back(core::folded(word.text));
    return words;
}

}  // namespace

bool repeats(std::string_view instructions, std::string_view text) {
    const auto told = folded_words(instructions);
    const auto said = folded_words(text);
    for (std::size_t at = 0; at + kWordsInARow <= said.size(); ++at) {
        const auto row = said | std::views::drop(at) | std::views::take(kWordsInARow);
        if (!std::ranges::search(told, row).empty()) return true;
    }
    return false;
}

bool gives_address(std::string_view text, std::string_view said) {
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const auto edge = [](char c) { return std::string_view(" \t\n<>()\"',;:").contains(c); };
        auto begin = at;
        while (begin > 0 && !edge(text[begin - 1])) --begin;
        auto end = at;
        while (end < text.size() && !edge(text[end])) ++end;
        auto address = text.substr(begin, end - begin);
        while (address.ends_with('.') || address.ends_with('?') || address.ends_with('!')) {
            address.remove_suffix(1);
        }
        const auto domain = address.substr(address.find('@') + 1);
        if (begin < at && domain.contains('.') && !said.contains(address)) return true;
    }
    return false;
}

}  // namespace lexi::chat
