#include "chat/corrections.hpp"

#include <algorithm>

#include "core/error_names.hpp"

namespace lexi::chat {

std::vector<Correction> corrections(std::string_view message,
                                    const std::vector<ml::grammar::Match>& matches) {
    std::vector<const ml::grammar::Match*> chosen;
    for (const auto& match : matches) {
        if (match.severity == ml::grammar::Severity::error) chosen.push_back(&match);
    }
    const auto surface = [](const ml::grammar::Match* match) {
        return match->category == "spelling" || match->category == "punctuation";
    };
    std::ranges::stable_sort(chosen, {}, surface);
    if (chosen.size() > kMaxCorrections) chosen.resize(kMaxCorrections);
    std::ranges::sort(chosen, {}, [](const auto* match) { return match->bytes.offset; });
    std::vector<Correction> out;
    for (const auto* match : chosen) {
        const auto hints = core::category_hints(match->category);
        const auto start = static_cast<std::int64_t>(match->utf16.offset);
        out.push_back(
            {.original = std::string(message.substr(match->bytes.offset, match->bytes.length)),
             .corrected = match->replacements.front(),
             .explanation = match->message,
             .explanation_vi = match->message_vi,
             .hint = std::string(hints.english),
             .hint_vi = std::string(hints.vietnamese),
             .error_type = match->category,
             .span = {.start = start,
                      .end = start + static_cast<std::int64_t>(match->utf16.length)}});
    }
    return out;
}

}  // namespace lexi::chat
