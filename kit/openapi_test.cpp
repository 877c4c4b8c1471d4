#include <gtest/gtest.h>

#include "kit/router.hpp"

namespace lexi::openapi_test {

struct Word {
    std::string word;
    std::optional<std::string> note;
};
struct View {
    std::string id;
    Word word;
};
struct Filter {
    std::optional<std::int64_t> page;
};

}  // namespace lexi::openapi_test

namespace lexi::http {
namespace {

using openapi_test::Filter;
using openapi_test::View;
using openapi_test::Word;

Task<Result<View>> add_word(Request, Word word) { co_return View{"1", std::move(word)}; }
Task<Result<Reply<std::vector<View>>>> list_words(Request, Filter) {
    co_return std::vector<View>{};
}

nlohmann::json document() {
    Router router("Test", "1", "/api/v1");
    router.post<Word, View>("/words/{id}",
                            {.summary = "Add", .tag = "words", .status = 201, .idempotent = true},
                            add_word);
    router.get<std::vector<View>, Filter>(
        "/words", {.summary = "List", .tag = "words", .paged = true}, list_words);
    return nlohmann::json::parse(openapi(router));
}

TEST(OpenApi, ShowsEveryStatusThatARouteCanGive) {
    const auto responses = document()["paths"]["/api/v1/words/{id}"]["post"]["responses"];
    for (const auto* status :
         {"201", "400", "401", "404", "409", "413", "415", "422", "429", "500", "503"}) {
        EXPECT_TRUE(responses.contains(status)) << status;
    }
}

TEST(OpenApi, KeepsTypesInComponentsAndRefersToThem) {
    const auto doc = document();
    const auto& schemas = doc.at("components").at("schemas");
    EXPECT_EQ(schemas.at("openapi_test.View").at("properties").at("word").at("required"),
              nlohmann::json::array({"word"}));
    EXPECT_TRUE(schemas.contains("openapi_test.ViewList"));
    EXPECT_EQ(doc.dump().find("$defs"), std::string::npos);
}

TEST(OpenApi, ShowsQueryParametersAndPaging) {
    const auto get = document()["paths"]["/api/v1/words"]["get"];
    EXPECT_EQ(get["parameters"][0]["name"], "page");
    EXPECT_FALSE(get["parameters"][0]["required"].get<bool>());
    const auto schema = get["responses"]["200"]["content"]["application/json"]["schema"];
    EXPECT_TRUE(schema["properties"].contains("pagination"));
}

TEST(Router, RefusesToMountARouteTwice) {
    Router router("Test", "1", "/api/v1");
    router.post<Word, View>("/words", {}, add_word);
    EXPECT_THROW((router.post<Word, View>("/words", {}, add_word)), std::logic_error);
}

}  // namespace
}  // namespace lexi::http
