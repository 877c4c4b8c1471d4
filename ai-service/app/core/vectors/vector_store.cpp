#include "core/vectors/vector_store.hpp"

#include <set>

#include "kit/log.hpp"

namespace lexi::core {
namespace vector_documents {  // named: glaze does not reflect types of an anonymous namespace

struct Stored {
    std::string _id;  // the point's UUID
    std::vector<float> vector;
    VectorPayload payload;
};
struct Content {
    std::vector<float> vector;
    VectorPayload payload;
};
struct ByText {
    std::string _id;
};
struct Above {
    std::string gt;
    struct glaze {
        static constexpr auto value = glz::object("$gt", &Above::gt);
    };
};
struct FromOn {
    Above _id;
};
struct These {
    AnyOf<std::string> _id;
};

}  // namespace vector_documents

namespace {

using vector_documents::Stored;
constexpr const char* kCollection = "vectors";
constexpr std::int64_t kPage = 200;  // documents of some 5 kB

void told(const Result<void>& done) {
    if (!done) log::warn("vectors.index_away", {{"what", done.error().say}});
}

}  // namespace

void VectorStore::put(Connection& db, const VectorPoint& point) {
    db[kCollection].update(
        vector_documents::ByText{point.id.str()},
        Set{vector_documents::Content{.vector = point.vector, .payload = point.payload}}, true);
    told(index_.upsert({point}));
}

void VectorStore::remove(Connection& db, const std::vector<Uuid>& ids) {
    vector_documents::These gone;
    for (const auto& id : ids) gone._id.in.push_back(id.str());
    db[kCollection].remove(gone);
    told(index_.remove(ids));
}

Result<VectorStore::Mended> VectorStore::reconcile(Connection& db) {
    const auto held = index_.ids();
    if (!held) return std::unexpected(held.error());
    std::set<Uuid> surplus(held->begin(), held->end());
    Mended mended;
    vector_documents::FromOn next;
    for (;;) {
        const auto page =
            db[kCollection].find<Stored>(next, {.sort = {{"_id", 1}}, .limit = kPage});
        std::vector<VectorPoint> missing;
        for (const auto& stored : page) {
            const auto id = Uuid::parse(stored._id);
            if (!id || surplus.erase(*id) > 0) continue;
            missing.push_back({.id = *id, .vector = stored.vector, .payload = stored.payload});
        }
        if (auto done = index_.upsert(missing); !done) return std::unexpected(done.error());
        mended.added += missing.size();
        if (page.size() < static_cast<std::size_t>(kPage)) break;
        next._id.gt = page.back()._id;
    }
    mended.removed = surplus.size();
    if (auto done = index_.remove({surplus.begin(), surplus.end()}); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = index_.flush(); !done) return std::unexpected(done.error());
    return mended;
}

}  // namespace lexi::core
