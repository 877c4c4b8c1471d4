#include "generation/service.hpp"

#include <random>

#include "kit/offload.hpp"
#include "kit/utf8.hpp"

namespace lexi::generation {
namespace {

constexpr std::int64_t kExamples = 3;
constexpr const char* kModel = "templates";

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
    view.cached = true;
    view.usage_count = cached.usage_count;
    view.expires_at = to_rfc3339(cached.expires_at);
    return view;
}

}  // namespace

Task<Result<GeneratedView>> GenerationService::generate(GenerateBody body, std::string kind,
                                                        std::int64_t count, Instant now) {
    const Order order{.topic = utf8::nfc(utf8::mended(body.topic)),
                      .level = core::parse_level(body.level).value_or(core::Level::a1),
                      .language = "en",
                      .type = body.type.value_or(std::move(kind)),
                      .count = static_cast<std::size_t>(body.count.value_or(count)),
                      .seed = seed_of(body.seed)};
    if (!body.seed) {
        auto cached = co_await parts_.mongo.run(
            [this, order, now](core::Connection& db) -> Result<std::optional<Cached>> {
                return cache_.find(db, order, now);
            });
        if (cached && *cached) co_return view_of(order, std::move(**cached));
    }
    auto view = co_await made(order, !body.seed, now);
    co_return view;
}

Task<Result<GeneratedView>> GenerationService::made(Order order, bool keep, Instant now) {
    auto made = co_await offload(
        parts_.workers, [this, order] { return make_items(order, parts_.lexicon, topics_); });
    if (!made) co_return std::unexpected(made.error());
    auto view = view_of(order);
    view.items = made->items;
    view.matched = made->matched;
    view.model = kModel;
    view.usage_count = 1;
    if (!keep || made->items.empty()) co_return view;
    const auto kept = co_await parts_.mongo.run(
        [this, order, made = std::move(*made), now](core::Connection& db) -> Result<Instant> {
            return cache_.keep(db, order, made, kModel, now);
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
