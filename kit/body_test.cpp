#include "kit/body.hpp"

#include <gmock/gmock.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

namespace lexi::body_test {

enum class Colour { red, green };
struct Inner {
    std::string word;
    std::optional<int> count;
};
struct Body {
    std::string email;
    std::optional<std::string> name;
    std::vector<Inner> items;
    std::optional<Inner> best{};
    Colour colour = Colour::red;
    std::int32_t goal = 0;
};

struct Either {
    std::optional<std::string> email;
    std::optional<std::string> username;
};

}  // namespace lexi::body_test

template <>
struct lexi::http::SchemaExtra<lexi::body_test::Either> {
    static std::string json() {
        return R"({"anyOf": [{"required": ["email"]}, {"required": ["username"]}]})";
    }
};
template <>
struct glz::meta<lexi::body_test::Colour> {
    using enum lexi::body_test::Colour;
    static constexpr auto value = glz::enumerate("red", red, "green", green);
};
template <>
struct glz::json_schema<lexi::body_test::Body> {
    glz::schema email{.format = glz::detail::defined_formats::email};
    glz::schema name{.minLength = 3, .maxLength = 5};
    glz::schema goal{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};

namespace lexi::http {
namespace {

using body_test::Body;
using testing::Contains;
using testing::HasSubstr;
using testing::Pair;
using testing::SizeIs;

const std::string kGood =
    R"({"email":"an@example.com","items":[{"word":"xin chào"}],"colour":"green","goal":7})";

Problem refused(std::string_view text) {
    auto body = parse_body<Body>(text);
    EXPECT_FALSE(body.has_value()) << text;
    return body ? Problem{} : body.error();
}

std::string with(std::string_view from, std::string_view to) {
    auto text = kGood;
    text.replace(text.find(from), from.size(), to);
    return text;
}

TEST(Body, AnOptionalObjectIsCheckedLikeAnyOther) {
    const auto with = [](const std::string& best) {
        return parse_body<Body>(
            R"({"email":"an@example.com","items":[],"colour":"red","goal":7,"best":)" + best + "}");
    };
    EXPECT_TRUE(with(R"({"word": "x"})").has_value());
    EXPECT_TRUE(with("null").has_value());
    EXPECT_THAT(with("{}").error().fields, Contains(Pair("best.word", HasSubstr("required"))));
    EXPECT_THAT(with(R"({"word": 1})").error().fields,
                Contains(Pair("best.word", HasSubstr("string"))));
}

TEST(Body, ReadsAGoodBody) {
    const auto body = parse_body<Body>(kGood);
    ASSERT_TRUE(body.has_value());
    EXPECT_EQ(body->items.at(0).word, "xin chào");
    EXPECT_EQ(body->colour, body_test::Colour::green);
    EXPECT_FALSE(body->name.has_value());
}

TEST(Body, NamesEveryWrongFieldAtOnce) {
    const auto problem =
        refused(R"({"email":"no","name":"ab","items":[{"count":"x"}],"goal":0,"extra":1})");
    EXPECT_EQ(problem.fault, Fault::invalid);
    EXPECT_THAT(problem.fields, SizeIs(7));
    EXPECT_THAT(problem.fields, Contains(Pair("email", "must be an e-mail address")));
    EXPECT_THAT(problem.fields, Contains(Pair("name", HasSubstr("at least 3"))));
    EXPECT_THAT(problem.fields, Contains(Pair("items[0].word", "is required")));
    EXPECT_THAT(problem.fields, Contains(Pair("items[0].count", "must be an integer")));
    EXPECT_THAT(problem.fields, Contains(Pair("colour", "is required")));
    EXPECT_THAT(problem.fields, Contains(Pair("goal", "must be at least 1")));
    EXPECT_THAT(problem.fields, Contains(Pair("extra", "is not a known field")));
}

TEST(Body, CountsCharactersNotBytes) {
    EXPECT_TRUE(parse_body<Body>(with(R"("items")", R"("name":"ếếếếế","items")")).has_value());
    refused(with(R"("items")", R"("name":"ếếếếếế","items")"));
}

TEST(Body, RefusesNulCharactersInText) {
    const auto problem = refused(with("xin chào", "a\\u0000b"));
    EXPECT_THAT(problem.fields, Contains(Pair("items[0].word", HasSubstr("U+0000"))));
}

TEST(Body, RefusesAnEnumValueThatIsNone) {
    EXPECT_THAT(refused(with("\"green\"", "\"blue\"")).fields,
                Contains(Pair("colour", "must be one of: red, green")));
    EXPECT_THAT(refused(with("\"green\"", "1")).fields,
                Contains(Pair("colour", "must be a string")));
}

TEST(Body, CallsBrokenTextMalformed) {
    for (const std::string_view text :
         {"{", "nul", R"({"a":1} x)", R"({"a":1)", "{\"a\":\"\xff\"}", "[1,]", "\"\\ud800\""}) {
        EXPECT_EQ(refused(text).fault, Fault::malformed) << text;
    }
}

TEST(Body, RefusesNestingThatWouldExhaustTheStack) {
    EXPECT_EQ(refused(std::string(1'000'000, '[')).fault, Fault::malformed);
}

TEST(Body, TakesAWholeNumberWrittenWithAPoint) {
    EXPECT_EQ(parse_body<Body>(with("7", "7.0")).value().goal, 7);
    EXPECT_EQ(parse_body<Body>(with("7", "7e0")).value().goal, 7);
}

TEST(Body, ChecksMembersThatMustComeTogether) {
    using body_test::Either;
    EXPECT_TRUE(parse_body<Either>(R"({"username":"an"})").has_value());
    const auto refused = parse_body<Either>("{}");
    ASSERT_FALSE(refused.has_value());
    EXPECT_THAT(refused.error().fields,
                Contains(Pair("email", "is required (email, or username)")));
    EXPECT_FALSE(parse_body<Either>(R"({"username":null})").has_value());
}

TEST(Body, WritesControlCharactersEscaped) {
    EXPECT_EQ(write_json(std::string("a\x01\n")), R"("a\u0001\n")");
}

TEST(Body, RefusesNumbersThatDoNotFit) {
    EXPECT_THAT(refused(with("7", "7.5")).fields, Contains(Pair("goal", "must be an integer")));
    refused(with("7", "99999999999999999999999"));
    refused(with("7", "2147483648"));
}

// Drogon's bodies are views with no NUL behind them (STYLE.md, pitfall 11): every ending of a body
// that stops at a page that may not be read.
TEST(Body, NeverReadsPastItsEnd) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    auto* map = static_cast<char*>(
        mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    ASSERT_NE(map, MAP_FAILED);
    ASSERT_EQ(mprotect(map + page, page, PROT_NONE), 0);
    for (std::size_t size = 0; size <= kGood.size(); ++size) {
        char* start = map + page - size;
        std::memcpy(start, kGood.data(), size);
        const auto body = parse_body<Body>({start, size});
        EXPECT_EQ(body.has_value(), size == kGood.size());
    }
    munmap(map, 2 * page);
}

}  // namespace
}  // namespace lexi::http
