#include "kit/site.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace lexi::http {
namespace {

using testing::HasSubstr;

class SiteTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ =
            std::filesystem::temp_directory_path() / ("lexi-site-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_ / "assets");
        write("index.html", "<!doctype html>");
        write("assets/app-1a2b.js", "export {}");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name) << bytes;
    }
    Site site() const { return *Site::read(folder_.string(), "/api/v1", "http://localhost:8001"); }

    static drogon::HttpRequestPtr get(const std::string& path, const std::string& accept = "*/*") {
        auto request = drogon::HttpRequest::newHttpRequest();
        request->setMethod(drogon::Get);
        request->setPath(path);
        request->addHeader("accept", accept);
        return request;
    }

    std::filesystem::path folder_;
};

TEST_F(SiteTest, HashedAssetsAreKeptForeverAndThePageIsAskedForAgain) {
    const auto site = this->site();
    EXPECT_THAT(site.answer(*get("/assets/app-1a2b.js"))->getHeader("cache-control"),
                HasSubstr("immutable"));
    EXPECT_EQ(site.answer(*get("/index.html"))->getHeader("cache-control"), "no-cache");
}

TEST_F(SiteTest, APageOfTheClientIsTheClient) {
    const auto page = site().answer(*get("/lessons/12", "text/html,*/*"));
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->body(), "<!doctype html>");
    EXPECT_THAT(page->getHeader("content-security-policy"),
                HasSubstr("connect-src 'self' http://localhost:8001;"));
}

TEST_F(SiteTest, TheFirstPageIsForEverybody) {
    EXPECT_EQ(site().answer(*get("/"))->body(),
              "<!doctype html>");  // the service worker's fetch, too
}

TEST_F(SiteTest, TheApiAndMissingFilesAreNotTheClient) {
    const auto site = this->site();
    EXPECT_EQ(site.answer(*get("/api/v1/nothing", "text/html")), nullptr);
    EXPECT_EQ(site.answer(*get("/assets/old.js", "text/html")), nullptr);
    EXPECT_EQ(site.answer(*get("/nothing")), nullptr);
    EXPECT_EQ(site.answer(*get("/../../etc/passwd")), nullptr);
    auto post = get("/", "text/html");
    post->setMethod(drogon::Post);
    EXPECT_EQ(site.answer(*post), nullptr);
}

TEST_F(SiteTest, WhatTheBrowserHasIsNotSentAgain) {
    const auto site = this->site();
    auto again = get("/index.html");
    again->addHeader("if-none-match", site.answer(*get("/index.html"))->getHeader("etag"));
    EXPECT_EQ(site.answer(*again)->statusCode(), drogon::k304NotModified);
}

TEST_F(SiteTest, TheClientLearnsWhereTheOtherServiceIs) {
    EXPECT_EQ(site().answer(*get("/client.json"))->body(),
              R"({"ai_service_url":"http://localhost:8001"})");
}

TEST_F(SiteTest, AFolderWithoutAPageIsRefused) {
    std::filesystem::remove(folder_ / "index.html");
    EXPECT_THAT(Site::read(folder_.string(), "/api/v1", "").error(), HasSubstr("no index.html"));
    EXPECT_FALSE(Site::read("/nowhere", "/api/v1", "").has_value());
}

TEST(IsOrigin, TakesNothingThatCouldChangeThePolicy) {
    EXPECT_TRUE(is_origin("http://localhost:8001"));
    EXPECT_TRUE(is_origin("https://ai.example.com"));
    EXPECT_FALSE(is_origin("localhost:8001"));
    EXPECT_FALSE(is_origin("https://"));
    EXPECT_FALSE(is_origin("https://a; script-src *"));
    EXPECT_FALSE(is_origin("https://a/b"));
}

}  // namespace
}  // namespace lexi::http
