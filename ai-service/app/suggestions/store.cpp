#include "suggestions/store.hpp"

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
struct OfUser {
    std::string userId;
};

}  // namespace suggestion_documents

std::vector<Try> pronunciation_tries(core::Connection& db, const Uuid& user, std::int64_t limit) {
    std::vector<Try> tries;
    const auto documents = db["pronunciation_analyses"].find<suggestion_documents::Document>(
        suggestion_documents::OfUser{user.str()}, {.sort = {{"createdAt", -1}}, .limit = limit});
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

}  // namespace lexi::suggestions
