#include "core/vectors/hnsw_index.hpp"

#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <glaze/glaze.hpp>
#include <iterator>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "core/vectors/atomic_file.hpp"
#include "kit/log.hpp"

namespace lexi::core {
namespace hnsw_file {  // named: glaze does not reflect types of an anonymous namespace

struct Point {
    std::uint64_t label = 0;
    std::string id;
    VectorPayload payload;
};
/// Says which graph belongs to it: the two files change together, at the moment this one is
/// renamed.
struct Table {
    std::uint64_t dimensions = 0;
    std::uint64_t next_label = 0;
    std::string graph;   // file name
    std::string digest;  // of that file
    std::vector<Point> points;
};

}  // namespace hnsw_file

namespace {

namespace fs = std::filesystem;
using Graph = hnswlib::HierarchicalNSW<float>;
using Label = hnswlib::labeltype;

// So few matching points are compared one by one, which is exact: a graph walks past most points
// of a narrow filter and finds too few.
constexpr std::size_t kExactUpTo = 4096;
constexpr std::size_t kFirstCapacity = 1024;
constexpr const char* kTable = "points.json";

struct Entry {
    Uuid id;
    VectorPayload payload;
};

class Allowed final : public hnswlib::BaseFilterFunctor {
public:
    Allowed(const std::unordered_map<Label, Entry>& entries, const VectorFilter& filter)
        : entries_(entries), filter_(filter) {}
    bool operator()(Label label) override {
        const auto found = entries_.find(label);
        return found != entries_.end() && matches(found->second.payload, filter_);
    }

private:
    const std::unordered_map<Label, Entry>& entries_;
    const VectorFilter& filter_;
};

bool asks_nothing(const VectorFilter& f) { return !f.user && !f.kind && !f.level && !f.language; }

// Of length 1, or nothing: the inner product is then the cosine.
std::optional<std::vector<float>> unit(std::vector<float> vector, std::size_t width) {
    if (vector.size() != width) return std::nullopt;
    double square = 0;
    for (const float v : vector) square += double{v} * v;
    if (!std::isfinite(square) || square <= 0) return std::nullopt;
    const auto scale = static_cast<float>(1 / std::sqrt(square));
    for (float& v : vector) v *= scale;
    return vector;
}

std::unexpected<Problem> wrong_vector() {
    return fail(Fault::invalid, "The vector has not the index's width, or no length.");
}

class HnswIndex final : public VectorIndex {
public:
    explicit HnswIndex(HnswConfig config) : config_(std::move(config)), space_(config_.dimensions) {
        graph_ = empty_graph();
        if (!config_.folder.empty()) load();
    }
    ~HnswIndex() override {
        if (dirty_) (void)flush();
    }
    HnswIndex(const HnswIndex&) = delete;
    HnswIndex& operator=(const HnswIndex&) = delete;

    Result<void> upsert(const std::vector<VectorPoint>& points) override {
        std::vector<std::vector<float>> vectors;
        for (const auto& point : points) {
            auto vector = unit(point.vector, config_.dimensions);
            if (!vector) return wrong_vector();
            vectors.push_back(std::move(*vector));
        }
        const std::unique_lock lock(mutex_);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto& point = points[i];
            forget(point.id);
            make_room();
            const Label label = next_label_++;
            graph_->addPoint(vectors[i].data(), label, true);
            entries_.emplace(label, Entry{.id = point.id, .payload = point.payload});
            labels_.emplace(point.id, label);
            dirty_ = true;
        }
        return {};
    }

    Result<void> remove(const std::vector<Uuid>& ids) override {
        const std::unique_lock lock(mutex_);
        for (const auto& id : ids) forget(id);
        return {};
    }

    Result<std::vector<VectorHit>> search(const std::vector<float>& vector,
                                          const VectorFilter& filter,
                                          std::size_t limit) const override {
        const auto query = unit(vector, config_.dimensions);
        if (!query) return wrong_vector();
        const std::shared_lock lock(mutex_);
        if (entries_.empty() || limit == 0) return std::vector<VectorHit>{};
        const auto narrow = matching(filter);
        return narrow.size() <= kExactUpTo ? exact(*query, narrow, limit)
                                           : walked(*query, filter, limit);
    }

    Result<std::uint64_t> count() const override {
        const std::shared_lock lock(mutex_);
        return entries_.size();
    }

    Result<std::vector<Uuid>> ids() const override {
        const std::shared_lock lock(mutex_);
        std::vector<Uuid> all;
        for (const auto& [id, label] : labels_) all.push_back(id);
        return all;
    }

    // Searches go on meanwhile, changes wait.
    Result<void> flush() override {
        const std::scoped_lock one_at_a_time(flushing_);
        const std::shared_lock lock(mutex_);
        if (config_.folder.empty() || !dirty_) return {};
        auto done = save();
        if (done) dirty_ = false;
        return done;
    }

private:
    std::unique_ptr<Graph> empty_graph() {
        auto graph = std::make_unique<Graph>(&space_, kFirstCapacity, config_.links,
                                             config_.build_breadth, 1, true);
        graph->setEf(config_.search_breadth);
        return graph;
    }

    void forget(const Uuid& id) {
        const auto found = labels_.find(id);
        if (found == labels_.end()) return;
        graph_->markDelete(found->second);
        entries_.erase(found->second);
        labels_.erase(found);
        dirty_ = true;
    }

    void make_room() {
        if (graph_->getDeletedCount() > 0) return;  // whose place is taken
        const auto capacity = graph_->getMaxElements();
        if (graph_->getCurrentElementCount() >= capacity) graph_->resizeIndex(capacity * 2);
    }

    // Of a wide filter more than kExactUpTo are not gathered: the graph is walked then.
    std::vector<Label> matching(const VectorFilter& filter) const {
        std::vector<Label> found;
        const bool all = asks_nothing(filter);
        for (const auto& [label, entry] : entries_) {
            if (all || matches(entry.payload, filter)) found.push_back(label);
            if (found.size() > kExactUpTo) break;
        }
        return found;
    }

    VectorHit hit(Label label, float distance) const {
        const auto& entry = entries_.at(label);
        return {.id = entry.id, .score = 1.0 - distance, .payload = entry.payload};
    }

    std::vector<VectorHit> exact(const std::vector<float>& query, const std::vector<Label>& labels,
                                 std::size_t limit) const {
        std::vector<std::pair<float, Label>> near;
        for (const Label label : labels) {
            const auto vector = graph_->getDataByLabel<float>(label);
            near.emplace_back(
                graph_->fstdistfunc_(query.data(), vector.data(), graph_->dist_func_param_), label);
        }
        const auto wanted = std::min(limit, near.size());
        std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(wanted));
        std::vector<VectorHit> hits;
        for (std::size_t i = 0; i < wanted; ++i) hits.push_back(hit(near[i].second, near[i].first));
        return hits;
    }

    std::vector<VectorHit> walked(const std::vector<float>& query, const VectorFilter& filter,
                                  std::size_t limit) const {
        Allowed allowed(entries_, filter);
        std::vector<VectorHit> hits;
        for (const auto& [distance, label] : graph_->searchKnnCloserFirst(
                 query.data(), limit, asks_nothing(filter) ? nullptr : &allowed)) {
            hits.push_back(hit(label, distance));
        }
        return hits;
    }

    // The graph gets a name of its own; the table's rename makes it the one that counts.
    Result<void> save() {
        std::error_code wrong;
        fs::create_directories(config_.folder, wrong);
        hnsw_file::Table table{.dimensions = config_.dimensions, .next_label = next_label_};
        table.graph = "graph-" + Uuid::random().str() + ".hnsw";
        const auto graph = config_.folder / table.graph;
        graph_->saveIndex(graph.string());
        // hnswlib does not look whether its writes succeeded: a full disk shows in the size.
        Result<void> done = settle(graph);
        if (fs::file_size(graph, wrong) != graph_->indexFileSize()) {
            done = fail_busy("The vectors could not be saved.", 30);
        }
        if (done) {
            table.digest = file_digest(graph);
            for (const auto& [label, entry] : entries_) {
                table.points.push_back(
                    {.label = label, .id = entry.id.str(), .payload = entry.payload});
            }
            done = write_whole(config_.folder / kTable, glz::write_json(table).value_or(""));
        }
        clean_up(done ? table.graph : graph_file_);
        if (done) graph_file_ = table.graph;
        return done;
    }

    // Graphs that no table names: of the time before, or of a flush that failed.
    void clean_up(const std::string& kept) const {
        std::error_code wrong;
        for (const auto& file : fs::directory_iterator(config_.folder, wrong)) {
            const auto name = file.path().filename().string();
            if (name.starts_with("graph-") && name != kept) fs::remove(file.path(), wrong);
        }
    }

    void load() {
        std::ifstream file(config_.folder / kTable, std::ios::binary);
        if (!file) return;  // the first start
        const std::string text(std::istreambuf_iterator<char>(file), {});
        hnsw_file::Table table;
        if (glz::read_json(table, text)) return passed_over("the table is damaged");
        if (table.dimensions != config_.dimensions) return passed_over("another model's vectors");
        const auto path = config_.folder / fs::path(table.graph).filename();
        // A damaged graph would be followed to anywhere in memory, so it is not opened at all.
        if (table.digest.empty() || file_digest(path) != table.digest) {
            return passed_over("the graph is damaged");
        }
        try {
            adopt(table, path);
        } catch (const std::exception& broken) {
            entries_.clear();
            labels_.clear();
            graph_ = empty_graph();
            passed_over(broken.what());
        }
    }

    void adopt(const hnsw_file::Table& table, const fs::path& path) {
        graph_ = std::make_unique<Graph>(&space_, path.string(), false,
                                         std::max(table.points.size() * 2, kFirstCapacity), true);
        graph_->setEf(config_.search_breadth);
        next_label_ = table.next_label;
        graph_file_ = table.graph;
        for (const auto& point : table.points) {
            const auto id = Uuid::parse(point.id);
            if (!id || !graph_->label_lookup_.contains(point.label)) continue;
            entries_.emplace(point.label, Entry{.id = *id, .payload = point.payload});
            labels_.emplace(*id, point.label);
        }
    }

    static void passed_over(std::string_view why) {
        log::warn("vectors.file_passed_over", {{"reason", std::string(why)}});
    }

    const HnswConfig config_;
    hnswlib::InnerProductSpace space_;
    mutable std::shared_mutex mutex_;
    std::mutex flushing_;
    std::unique_ptr<Graph> graph_;
    std::unordered_map<Label, Entry> entries_;
    std::map<Uuid, Label> labels_;
    Label next_label_ = 0;
    std::string graph_file_;
    std::atomic<bool> dirty_ = false;
};

}  // namespace

std::unique_ptr<VectorIndex> make_hnsw_index(HnswConfig config) {
    return std::make_unique<HnswIndex>(std::move(config));
}

}  // namespace lexi::core
