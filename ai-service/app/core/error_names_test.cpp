#include "core/error_names.hpp"

#include <gtest/gtest.h>

#include "ml/grammar/rule.hpp"

namespace lexi::core {
namespace {

TEST(ErrorNames, EveryCategoryOfTheRulesHasItsOwn) {
    const auto fallback = category_names("no such category");
    for (const auto* family : ml::grammar::families()) {
        for (const auto& rule : family->rules) {
            if (rule.category == "grammar") continue;
            EXPECT_NE(category_names(rule.category).english, fallback.english) << rule.category;
            EXPECT_FALSE(category_hints(rule.category).vietnamese.empty());
        }
    }
}

}  // namespace
}  // namespace lexi::core
