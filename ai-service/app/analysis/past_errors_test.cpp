#include "analysis/past_errors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Sentences about football lie near each other, all others nowhere.
class OfFootball final : public ml::Embedder {
public:
    Result<ml::Embedding> embed(std::string_view text) override {
        const bool about = text.contains("football");
        return ml::Embedding{about ? 1.0F : 0.0F, about ? 0.0F : 1.0F};
    }
    ml::EngineStatus status() const override { return {}; }
    void stop() override {}
};

core::WritingDocument text(std::initializer_list<core::WritingError> errors) {
    core::WritingDocument made;
    made.errors = errors;
    return made;
}

core::WritingError error(std::string category, std::string rule, std::string sentence) {
    return {.category = std::move(category),
            .rule = std::move(rule),
            .original = "",
            .corrected = "",
            .sentence = std::move(sentence)};
}

std::vector<std::string> sentences(const std::vector<PastError>& found) {
    std::vector<std::string> all;
    for (const auto& one : found) all.push_back(one.error.sentence);
    return all;
}

const std::vector<core::WritingDocument> kWriting{
    text({error("verbs", "MODAL", "He can to swim."), error("verbs", "THIRD", "She sing well.")}),
    text({error("articles", "A", "I am student."), error("verbs", "THIRD", "He play football.")}),
    text({error("verbs", "THIRD", "She sing well!"), error("verbs", "MODAL", "I can football.")})};

TEST(PastErrors, ThoseOfTheRuleComeFirstAndTheNearestAmongThem) {
    OfFootball embedder;
    const ErrorKind asked{.rule = "THIRD", .category = "verbs", .sentence = "It like football."};
    EXPECT_THAT(sentences(similar_errors(kWriting, asked, 3, embedder)),
                ElementsAre("He play football.", "She sing well.", "I can football."));
}

TEST(PastErrors, TheSentenceItselfAndOtherCategoriesAreNone) {
    OfFootball embedder;
    const ErrorKind asked{.rule = "A", .category = "articles", .sentence = "I am student"};
    EXPECT_THAT(similar_errors(kWriting, asked, 3, embedder), IsEmpty());
}

}  // namespace
}  // namespace lexi::analysis
