#include "suggestions/store.hpp"

#include <algorithm>
#include <set>

#include "core/writing.hpp"

namespace lexi::suggestions {
namespace suggestion_documents {  // named: glaze does not reflect types of an anonymous namespace

// What is read of a document of `pronunciation_analyses`.
struct Phoneme {
    std::string ipa;
    std::string actual_ipa;
    std::string error_type;
};
struct Spoken {
    std::string word;
    std::vector<Phoneme> phonemes;
};
struct Analysis {
    std::vector<Spoken> words;
};
struct Document {
    Analysis analysis;
    core::StoredTime createdAt;
};

}  // namespace suggestion_documents

std::vector<Try> pronunciation_tries(core::Connection& db, const Uuid& user, std::int64_t limit) {
    std::vector<Try> tries;
    const auto documents = db["pronunciation_analyses"].find<suggestion_documents::Document>(
        core::OfUser{user.str()}, {.sort = {{"createdAt", -1}}, .limit = limit});
    for (const auto& document : documents) {
        for (const auto& word : document.analysis.words) {
            for (const auto& sound : word.phonemes) {
                if (sound.ipa.empty()) continue;
                tries.push_back({.skill = sound.ipa,
                                 .right = sound.error_type == "match",
                                 .text = word.word,
                                 .expected = sound.ipa,
                                 .actual = sound.actual_ipa,
                                 .at = core::loaded(document.createdAt)});
            }
        }
    }
    return tries;
}

std::vector<Try> writing_tries(core::Connection& db, const Uuid& user, std::int64_t limit) {
    constexpr std::int64_t kSomeWords = 5;  // fewer say nothing about what was not wrong
    auto texts = core::last_writing(db, user.str(), limit);
    std::ranges::reverse(texts);
    std::vector<Try> tries;
    std::set<std::string> known;  // categories that were wrong before
    for (const auto& text : texts) {
        std::set<std::string> wrong;
        for (const auto& error : text.errors) {
            wrong.insert(error.category);
            tries.push_back({.skill = error.category,
                             .right = false,
                             .text = error.sentence,
                             .expected = error.corrected,
                             .actual = error.original,
                             .at = core::loaded(text.createdAt)});
        }
        for (const auto& category : known) {
            if (text.words < kSomeWords || wrong.contains(category)) continue;
            tries.push_back({.skill = category,
                             .right = true,
                             .text = "",
                             .expected = "",
                             .actual = "",
                             .at = core::loaded(text.createdAt)});
        }
        known.merge(wrong);
    }
    return tries;
}

}  // namespace lexi::suggestions
