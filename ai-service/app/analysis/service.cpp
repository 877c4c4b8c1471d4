#include "analysis/service.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics.hpp"
#include "core/await_llm.hpp"
#include "core/error_names.hpp"
#include "core/lexicon/forms.hpp"
#include "core/writing.hpp"
#include "kit/log.hpp"
#include "kit/offload.hpp"
#include "kit/utf8.hpp"
#include "ml/grammar/rewrite.hpp"
#include "ml/grammar/rule.hpp"

namespace lexi::analysis {
namespace {

using ml::grammar::Match;
using ml::grammar::Report;
using ml::grammar::Severity;

constexpr std::size_t kDeepLetters = 1000;
constexpr std::int64_t kTextsLookedThrough = 100;
constexpr std::size_t kSimilar = 3;
constexpr std::size_t kRewrittenAtOnce = 300;  // bytes

// Whole sentences, together up to `most` bytes where they are not longer themselves; the parts
// joined are the text.
std::vector<std::string> in_parts(const std::string& text, std::size_t most) {
    std::vector<std::string> parts(1);
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = text.find_first_of(".!?\n", begin);
        end = end == std::string::npos ? text.size() : end + 1;
        while (end < text.size() && std::string_view(".!?\"') \n").contains(text[end])) ++end;
        if (!parts.back().empty() && parts.back().size() + end - begin > most) {
            parts.emplace_back();
        }
        parts.back() += text.substr(begin, end - begin);
        begin = end;
    }
    return parts;
}

double rounded(double value) { return std::round(value * 1000) / 1000; }
std::int64_t whole(std::size_t value) { return static_cast<std::int64_t>(value); }

std::string severity_name(Severity severity) {
    return severity == Severity::error ? "error" : "suggestion";
}

MatchView view_of(const Match& match) {
    return {.offset = whole(match.utf16.offset),
            .length = whole(match.utf16.length),
            .message = match.message,
            .message_vi = match.message_vi,
            .replacements = match.replacements,
            .error_type = match.type,
            .severity = severity_name(match.severity),
            .rule = {.id = match.rule, .category = match.category}};
}

void add_levels(TextView& view, const LevelProfile& profile) {
    view.cefr.level = core::to_text(profile.estimate());
    for (std::size_t at = 0; at < profile.coverage.size(); ++at) {
        view.cefr.coverage[core::kLevelNames[at].first] = rounded(profile.coverage[at]);
    }
    for (const auto& word : profile.words) {
        view.word_levels.push_back({.word = word.word,
                                    .level = std::string(core::to_text(word.level)),
                                    .count = whole(word.count)});
    }
}

void add_statistics(TextView& view, const std::string& text) {
    const auto read = readability(text);
    view.readability = {.reading_ease = rounded(read.reading_ease()),
                        .grade = rounded(read.grade()),
                        .words_per_sentence = rounded(read.words_per_sentence()),
                        .syllables_per_word = rounded(read.syllables_per_word())};
    const auto ratio = type_token_ratio(text);
    view.statistics = {.words = whole(read.words),
                       .sentences = whole(read.sentences),
                       .distinct_words = std::llround(ratio * static_cast<double>(read.words)),
                       .type_token_ratio = rounded(ratio)};
}

TextView view_of(const core::Lexicon& lexicon, const TextBody& body, const Report& report) {
    TextView view{.tier = body.deep.value_or(false) ? "deep" : "instant"};
    for (const auto& match : report.matches) view.matches.push_back(view_of(match));
    view.corrected_text = report.corrected_text;
    add_levels(view, level_profile(lexicon, body.text));
    add_statistics(view, body.text);
    if (body.level) {
        for (const auto& word : lexicon.words_beyond(body.text, *core::parse_level(*body.level))) {
            auto form = core::folded(word);
            if (!std::ranges::contains(view.above_level, form)) {
                view.above_level.push_back(std::move(form));
            }
        }
    }
    return view;
}

// Errors before suggestions; what changes the meaning before spelling and punctuation.
int gravity(const Match& match) {
    if (match.severity == Severity::suggestion) return 2;
    return match.category == "spelling" || match.category == "punctuation" ? 1 : 0;
}

bool wanted(const Match& match, const std::optional<std::string>& type) {
    return !type || match.category == *type || match.type == *type || match.rule == *type;
}

std::vector<ExampleView> examples_of(const std::string& rule) {
    std::vector<ExampleView> examples;
    if (const auto* found = ml::grammar::find_rule(rule)) {
        for (const auto& example : found->examples) {
            examples.push_back(
                {.wrong = std::string(example.bad), .right = std::string(example.good)});
        }
    }
    return examples;
}

// `skipped`: UTF-16 units of the context in front of the text.
ErrorView view_of(const Match& match, std::size_t skipped) {
    const auto names = core::category_names(match.category);
    return {.error_type = ErrorTypeView{.type = match.type,
                                        .name = std::string(names.english),
                                        .name_vi = std::string(names.vietnamese)},
            .severity = severity_name(match.severity),
            .description = match.message,
            .explanation_vi = match.message_vi,
            .suggestions = match.replacements,
            .examples = examples_of(match.rule),
            .offset = whole(match.utf16.offset - skipped),
            .length = whole(match.utf16.length)};
}

// `text` with the first replacement of every error in it; `skipped` bytes of context stand before.
std::string corrected(const std::string& text, const std::vector<Match>& matches,
                      std::size_t skipped) {
    std::string out = text;
    for (auto at = matches.rbegin(); at != matches.rend(); ++at) {
        if (at->bytes.offset < skipped || at->severity != Severity::error) continue;
        out.replace(at->bytes.offset - skipped, at->bytes.length, at->replacements.front());
    }
    return out;
}

}  // namespace

Task<Result<Report>> AnalysisService::check(std::string text, ml::grammar::CheckOptions options) {
    auto report = co_await offload(
        parts_.workers, [grammar = &parts_.grammar, text = std::move(text),
                         options = std::move(options)] { return grammar->check(text, options); });
    co_return report;
}

// A few sentences at a time: a small model loses its way in a long text.
Task<Result<std::string>> AnalysisService::rewritten(std::string text, http::Request request) {
    std::string whole;
    for (const auto& part : in_parts(text, kRewrittenAtOnce)) {
        auto job =
            ml::grammar::rewrite_job(part, parts_.llm.count_tokens(part), request.who().id.str());
        const auto outcome = co_await core::generate(&parts_.llm, std::move(job), {}, request.raw);
        if (!outcome) co_return std::unexpected(outcome.error());
        if (outcome->finish_reason == "cancelled") {
            co_return fail(Fault::unavailable, "The client went away.");
        }
        // Cut short it is no rewrite: this part stays as it is.
        const auto trailing = part.substr(part.find_last_not_of(" \n") + 1);
        whole += outcome->finish_reason == "stop" ? outcome->text + trailing : part;
    }
    co_return whole;
}

Task<Result<TextView>> AnalysisService::text(http::Request request, TextBody body) {
    ml::grammar::CheckOptions options;
    if (body.deep.value_or(false)) {
        if (utf8::length(body.text) > kDeepLetters) {
            co_return fail_field("text", "must have at most 1000 letters where deep is asked for");
        }
        auto made = co_await rewritten(body.text, request);
        if (!made) co_return std::unexpected(made.error());
        options.rewrite = std::move(*made);
    }
    const auto report = co_await check(body.text, std::move(options));
    if (!report) co_return std::unexpected(report.error());
    auto view = co_await offload(
        parts_.workers, [lexicon = &parts_.lexicon, body, report = *report]() -> Result<TextView> {
            return view_of(*lexicon, body, report);
        });
    if (!view) co_return std::unexpected(view.error());
    const core::WritingDocument document{._id = core::new_object_id(),
                                         .userId = request.who().id.str(),
                                         .source = "analysis",
                                         .words = view->statistics.words,
                                         .errors = core::writing_errors(body.text, report->matches),
                                         .createdAt = core::stored(request.at)};
    const auto kept = co_await parts_.mongo.run([document](core::Connection& db) -> Result<bool> {
        core::add_writing(db, document);
        return true;
    });
    if (!kept) log::warn("analysis.not_kept", {{"why", kept.error().say}});
    co_return view;
}

Task<std::vector<PastErrorView>> AnalysisService::similar(Uuid user, ErrorKind asked) {
    using Writing = std::vector<core::WritingDocument>;
    const auto writing = co_await parts_.mongo.run([user](core::Connection& db) -> Result<Writing> {
        return core::last_writing(db, user.str(), kTextsLookedThrough);
    });
    if (!writing) {
        log::warn("analysis.past_errors_away", {{"why", writing.error().say}});
        co_return std::vector<PastErrorView>{};
    }
    auto views = co_await offload(
        parts_.workers,
        [writing = std::move(*writing), asked,
         embedder = &parts_.embedder]() -> Result<std::vector<PastErrorView>> {
            std::vector<PastErrorView> found;
            for (auto& past : similar_errors(writing, asked, kSimilar, *embedder)) {
                found.push_back({.sentence = std::move(past.error.sentence),
                                 .original = std::move(past.error.original),
                                 .corrected = std::move(past.error.corrected),
                                 .created_at = to_rfc3339(core::loaded(past.at))});
            }
            return found;
        });
    co_return views.value_or(std::vector<PastErrorView>{});
}

Task<Result<ErrorView>> AnalysisService::error(http::Request request, ErrorBody body) {
    const auto context = body.context.value_or("");
    const auto before = context.empty() ? "" : context + (context.ends_with(' ') ? "" : " ");
    const auto report = co_await check(before + body.text, {});
    if (!report) co_return std::unexpected(report.error());
    const Match* gravest = nullptr;
    for (const auto& match : report->matches) {
        if (match.bytes.offset < before.size() || !wanted(match, body.error_type)) continue;
        if (gravest == nullptr || gravity(match) < gravity(*gravest)) gravest = &match;
    }
    auto view = gravest == nullptr ? ErrorView{.severity = "none",
                                               .description = "No error was found.",
                                               .explanation_vi = "Không tìm thấy lỗi nào."}
                                   : view_of(*gravest, utf8::utf16_length(before));
    view.corrected_text = corrected(body.text, report->matches, before.size());
    if (gravest == nullptr) co_return view;
    const auto [from, length] = gravest->bytes;
    view.similar = co_await similar(
        request.who().id,
        {.rule = gravest->rule,
         .category = gravest->category,
         .sentence = core::sentence_around(before + body.text, from, from + length)});
    co_return view;
}

}  // namespace lexi::analysis
