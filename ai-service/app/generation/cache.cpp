#include "generation/cache.hpp"

#include <format>

#include "core/lexicon/forms.hpp"
#include "generation/same_topic.hpp"

namespace lexi::generation {
namespace generated_documents {  // named: glaze does not reflect types of an anonymous namespace

struct Content {
    std::string _id;  // a UUID: also of its vector
    std::string topic;
    std::string plainTopic;
    std::string level;
    std::string language;
    std::string kind;
    std::vector<Item> items;
    std::int64_t seed = 0;
    std::string matched;
    std::string model;
    std::optional<std::int64_t> newSentences;
    std::int64_t usageCount = 0;
    core::StoredTime createdAt;
    core::StoredTime expiresAt;
};
struct After {
    core::StoredTime gt;
    struct glaze {
        static constexpr auto value = glz::object("$gt", &After::gt);
    };
};
struct Spelt {
    std::string plainTopic;
    std::string level;
    std::string language;
    std::string kind;
    After expiresAt;
};
struct Named {
    std::string _id;
    After expiresAt;
};
struct ByText {
    std::string _id;
};
struct OneMore {
    std::int64_t usageCount = 1;
};
struct Increase {
    OneMore inc;
    struct glaze {
        static constexpr auto value = glz::object("$inc", &Increase::inc);
    };
};
struct Expired {
    core::Before<core::StoredTime> expiresAt;
};
struct Brief {
    std::string _id;
};

}  // namespace generated_documents

namespace {

using generated_documents::Content;
constexpr const char* kCollection = "generated_content";
constexpr std::chrono::days kLives{30};
constexpr std::size_t kCandidates = 8;
constexpr std::int64_t kBatch = 200;

// What is asked for beside topic, level and language. Sets of another size are other sets.
std::string kind_of(const Order& order) {
    return std::format("{}/{}/{}", order.new_sentences ? "written" : "generated",
                       order.type.empty() ? "mixed" : order.type, order.count);
}

core::VectorPayload payload_of(const Order& order) {
    return {.user = "",
            .kind = kind_of(order),
            .level = std::string(core::to_text(order.level)),
            .language = order.language};
}

std::optional<Content> spelt_the_same(core::Connection& db, const Order& order, Instant now) {
    return db[kCollection].find_one<Content>(
        generated_documents::Spelt{.plainTopic = core::plain(order.topic),
                                   .level = std::string(core::to_text(order.level)),
                                   .language = order.language,
                                   .kind = kind_of(order),
                                   .expiresAt = {.gt = core::stored(now)}});
}

Cached used(core::Connection& db, Content content) {
    db[kCollection].update(generated_documents::ByText{content._id},
                           generated_documents::Increase{});
    return {.topic = std::move(content.topic),
            .items = std::move(content.items),
            .seed = static_cast<std::uint32_t>(content.seed),
            .matched = std::move(content.matched),
            .model = std::move(content.model),
            .new_sentences = content.newSentences.value_or(0),
            .usage_count = content.usageCount + 1,
            .expires_at = core::loaded(content.expiresAt)};
}

}  // namespace

std::optional<Cached> ContentCache::find(core::Connection& db, const Order& order, Instant now) {
    if (auto same = spelt_the_same(db, order, now)) return used(db, std::move(*same));
    const auto vector = embedder_.embed(order.topic);
    if (!vector) return std::nullopt;
    const auto payload = payload_of(order);
    const auto near = vectors_.index().search(
        *vector, {.kind = payload.kind, .level = payload.level, .language = payload.language},
        kCandidates);
    if (!near) return std::nullopt;
    for (const auto& hit : *near) {
        if (hit.score < kSameTopic) break;
        auto content = db[kCollection].find_one<Content>(generated_documents::Named{
            ._id = hit.id.str(), .expiresAt = {.gt = core::stored(now)}});
        if (content && !told_apart(order.topic, content->topic))
            return used(db, std::move(*content));
    }
    return std::nullopt;
}

Instant ContentCache::keep(core::Connection& db, const Order& order, const Made& made,
                           const std::string& model, Instant now) {
    const auto id = Uuid::random();
    const auto expires = now + kLives;
    db[kCollection].insert(
        Content{._id = id.str(),
                .topic = order.topic,
                .plainTopic = core::plain(order.topic),
                .level = std::string(core::to_text(order.level)),
                .language = order.language,
                .kind = kind_of(order),
                .items = made.items,
                .seed = order.seed,
                .matched = made.matched,
                .model = model,
                .newSentences = static_cast<std::int64_t>(made.with_new_sentence),
                .usageCount = 1,
                .createdAt = core::stored(now),
                .expiresAt = core::stored(expires)});
    if (auto vector = embedder_.embed(order.topic)) {
        vectors_.put(db, {.id = id, .vector = std::move(*vector), .payload = payload_of(order)});
    }
    return expires;
}

std::uint64_t sweep_generated(core::Connection& db, core::VectorStore& vectors, Instant now) {
    std::uint64_t removed = 0;
    for (;;) {
        const auto batch = db[kCollection].find<generated_documents::Brief>(
            generated_documents::Expired{.expiresAt = {.lt = core::stored(now)}},
            {.sort = {}, .limit = kBatch});
        std::vector<Uuid> vectors_gone;
        for (const auto& content : batch) {
            if (auto id = Uuid::parse(content._id)) vectors_gone.push_back(*id);
        }
        vectors.remove(db, vectors_gone);  // first, so that a crash leaves what the next pass finds
        for (const auto& content : batch) {
            removed += static_cast<std::uint64_t>(
                db[kCollection].remove(generated_documents::ByText{content._id}));
        }
        if (batch.size() < static_cast<std::size_t>(kBatch)) return removed;
    }
}

}  // namespace lexi::generation
