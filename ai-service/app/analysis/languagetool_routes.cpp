// POST /v2/check and GET /v2/languages: what editors' LanguageTool plug-ins ask.
#include <ranges>

#include "analysis/languagetool.hpp"
#include "analysis/routes.hpp"
#include "kit/utf8.hpp"

namespace lexi::analysis {
namespace {

using http::Request;

constexpr std::size_t kMostLetters = 20000;

std::string field(const Request& request, const std::string& name) {
    return request.raw->getParameter(name);
}

std::vector<std::string> list(const Request& request, const std::string& name) {
    std::vector<std::string> items;
    for (const auto item : field(request, name) | std::views::split(',')) {
        if (!item.empty()) items.emplace_back(std::string_view(item));
    }
    return items;
}

// LanguageTool's own refusals are a line of text.
drogon::HttpResponsePtr refusal(const Problem& problem, std::string_view request_id) {
    auto response = http::problem_reply(problem, request_id);
    std::string why = problem.say;
    for (const auto& [name, what] : problem.fields) why = "'" + name + "' " + what;
    if (problem.fault == Fault::invalid) response->setStatusCode(drogon::k400BadRequest);
    response->setContentTypeString("text/plain; charset=utf-8");
    response->setBody("Error: " + why);
    return response;
}

Result<AnnotatedText> read_text(const Request& request) {
    const auto& parameters = request.raw->getParameters();
    const bool plain = parameters.contains("text");
    if (plain == parameters.contains("data")) {
        return fail_field("text", "must be there, or 'data' must, and not both");
    }
    auto text = plain ? Result<AnnotatedText>(AnnotatedText::plain(field(request, "text")))
                      : AnnotatedText::parse(field(request, "data"));
    if (!text) return text;
    if (!utf8::valid(text->text())) return fail_field(plain ? "text" : "data", "must be UTF-8");
    if (utf8::length(text->text()) > kMostLetters) {
        return fail_field(plain ? "text" : "data",
                          "must have at most " + std::to_string(kMostLetters) + " letters");
    }
    return text;
}

Result<languagetool::Choice> read_choice(const Request& request) {
    const auto language = field(request, "language");
    if (language != "auto" && language != "en" && !language.starts_with("en-")) {
        return fail_field("language", "must be auto, en or a kind of English (en-US)");
    }
    return languagetool::Choice{.disabled_rules = list(request, "disabledRules"),
                                .enabled_rules = list(request, "enabledRules"),
                                .disabled_categories = list(request, "disabledCategories"),
                                .enabled_only = field(request, "enabledOnly") == "true",
                                .vietnamese = field(request, "motherTongue").starts_with("vi")};
}

Task<drogon::HttpResponsePtr> check(AnalysisService* service, Request request) {
    const auto choice = read_choice(request);
    if (!choice) co_return refusal(choice.error(), request.id);
    const auto text = read_text(request);
    if (!text) co_return refusal(text.error(), request.id);
    // Editors ask at every pause in typing: without the small model it takes a tenth of the time.
    const ml::grammar::CheckOptions quick{.scored_spellings = 0};
    const auto report = co_await service->check(text->text(), quick);
    if (!report) co_return refusal(report.error(), request.id);
    co_return http::json_reply(200,
                               http::write_json(languagetool::check_of(*text, *report, *choice)),
                               {}, request.id, true);
}

Task<drogon::HttpResponsePtr> languages(Request request) {
    static const std::vector<languagetool::LanguageItem> items{
        {"English (US)", "en", "en-US"}, {"English (GB)", "en", "en-GB"}, {"English", "en", "en"}};
    co_return http::json_reply(200, http::write_json(items), {}, request.id, true);
}

nlohmann::json form_schema() {
    const nlohmann::json text{{"type", "string"}};
    return {{"application/x-www-form-urlencoded",
             {{"schema",
               {{"type", "object"},
                {"required", {"language"}},
                {"properties",
                 {{"text", text},
                  {"data", text},
                  {"language", text},
                  {"motherTongue", text},
                  {"apiKey", text},
                  {"enabledRules", text},
                  {"disabledRules", text},
                  {"disabledCategories", text},
                  {"enabledOnly", {{"type", "string"}, {"enum", {"true", "false"}}}}}}}}}}};
}

const nlohmann::json& refusal_schema() {
    static const nlohmann::json schema{{"type", "string"}};
    return schema;
}

}  // namespace

void mount_languagetool(http::Router& router, AnalysisService& service) {
    router.raw<languagetool::Check>(
        http::Method::post, "!/v2/check",
        {.summary = "Check a text as LanguageTool does",
         .tag = "LanguageTool",
         .faults = {Fault::model_loading, Fault::invalid},
         .bare = true,
         .description = "For editors' plug-ins. The token is the bearer, or a personal access "
                        "token with the scope ai in the field apiKey.",
         .token_field = "apiKey",
         .refusal = &refusal,
         .refusal_schema = &refusal_schema(),
         .refusal_type = "text/plain"},
        {.request = form_schema(), .response = nullptr, .other_statuses = {}},
        [&service](Request r) { return check(&service, std::move(r)); });
    router.raw<std::vector<languagetool::LanguageItem>>(
        http::Method::get, "!/v2/languages",
        {.summary = "The languages that /v2/check knows",
         .tag = "LanguageTool",
         .access = http::Access::anyone,
         .bare = true},
        {}, [](Request r) { return languages(std::move(r)); });
}

}  // namespace lexi::analysis
