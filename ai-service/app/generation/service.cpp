#include "generation/service.hpp"

#include <random>

#include "core/await_llm.hpp"
#include "generation/author.hpp"
#include "kit/log.hpp"
#include "kit/offload.hpp"
#include "kit/utf8.hpp"

namespace lexi::generation {
namespace {

constexpr std::int64_t kExamples = 3;
constexpr const char* kTemplates = "templates";

std::uint32_t seed_of(const std::optional<std::uint32_t>& given) {
    if (given) return *given;
    thread_local std::random_device device;
    return static_cast<std::uint32_t>(device());
}

GeneratedView view_of(const Order& order) {
    return {.topic = order.topic,
            .level = std::string(core::to_text(order.level)),
            .language = order.language,
            .items = {},
            .seed = order.seed};
}

GeneratedView view_of(const Order& order, Cached cached) {
    auto view = view_of(order);
    view.items = std::move(cached.items);
    view.seed = cached.seed;
    view.matched = std::move(cached.matched);
    view.model = std::move(cached.model);
    view.new_sentences = cached.new_sentences;
    view.cached = true;
    view.usage_count = cached.usage_count;
    view.expires_at = to_rfc3339(cached.expires_at);
    return view;
}

}  // namespace

Task<Result<GeneratedView>> GenerationService::generate(GenerateBody body, std::string kind,
                                                        std::int64_t count, http::Request request) {
    const Order order{.topic = utf8::nfc(utf8::mended(body.topic)),
                      .level = core::parse_level(body.level).value_or(core::Level::a1),
                      .language = "en",
                      .type = body.type.value_or(std::move(kind)),
                      .count = static_cast<std::size_t>(body.count.value_or(count)),
                      .seed = seed_of(body.seed),
                      .new_sentences = body.sentences.value_or("") == "new"};
    if (!body.seed) {
        auto cached = co_await parts_.mongo.run(
            [this, order, now = request.at](core::Connection& db) -> Result<std::optional<Cached>> {
                return cache_.find(db, order, now);
            });
        if (cached && *cached) co_return view_of(order, std::move(**cached));
    }
    auto view = co_await made(order, !body.seed, std::move(request));
    co_return view;
}

// What goes wrong here costs the new sentences only: the vocabulary has others.
Task<Sentences> GenerationService::written(Order order, http::Request request) {
    auto words =
        co_await offload(parts_.workers, [this, order]() -> Result<std::vector<const core::Word*>> {
            return words_to_write_for(order, parts_.lexicon, topics_);
        });
    if (!words || words->empty()) co_return Sentences{};
    const auto answer = co_await core::generate(
        &parts_.llm, sentences_job(order, *words, parts_.lexicon, request.who().id.str()), {},
        request.raw);
    if (!answer) {
        log::warn("generation.no_model", {{"why", answer.error().say}});
        co_return Sentences{};
    }
    const auto usable = co_await offload(
        parts_.workers, [this, order, words = *words, text = answer->text]() -> Result<Sentences> {
            return usable_sentences(text, words, order.level, parts_.lexicon, parts_.grammar);
        });
    const auto left = usable.value_or(Sentences{});
    log::info("generation.written", {{"asked", words->size()}, {"usable", left.size()}});
    co_return left;
}

Task<Result<GeneratedView>> GenerationService::made(Order order, bool keep, http::Request request) {
    Sentences sentences;
    if (order.new_sentences) sentences = co_await written(order, request);
    auto made = co_await offload(parts_.workers, [this, order, sentences]() -> Result<Made> {
        return make_items(order, parts_.lexicon, topics_, sentences);
    });
    if (!made) co_return std::unexpected(made.error());
    auto view = view_of(order);
    view.items = made->items;
    view.matched = made->matched;
    view.new_sentences = static_cast<std::int64_t>(made->with_new_sentence);
    view.model = made->with_new_sentence > 0 ? parts_.llm.status().name : kTemplates;
    view.usage_count = 1;
    // Without its sentences a set would stand for 30 days in the place of one that has them.
    const bool lacking = order.new_sentences && made->with_new_sentence == 0;
    if (!keep || made->items.empty() || lacking) co_return view;
    const auto kept =
        co_await parts_.mongo.run([this, order, made = std::move(*made), model = view.model,
                                   now = request.at](core::Connection& db) -> Result<Instant> {
            return cache_.keep(db, order, made, model, now);
        });
    if (kept) view.expires_at = to_rfc3339(*kept);
    co_return view;
}

Task<Result<ExplanationView>> GenerationService::explain(ExplainBody body) {
    Order order{.topic = utf8::nfc(utf8::mended(body.topic)),
                .level = core::parse_level(body.level).value_or(core::Level::a1),
                .language = "en",
                .count = static_cast<std::size_t>(body.count.value_or(kExamples)),
                .seed = seed_of(body.seed)};
    auto found = co_await offload(
        parts_.workers, [this, order = std::move(order)]() mutable -> Result<ExplanationView> {
            auto view = generation::explain(order, parts_.lexicon, topics_);
            if (!view) return fail(Fault::not_found, "There is nothing about this topic yet.");
            return std::move(*view);
        });
    co_return found;
}

}  // namespace lexi::generation
