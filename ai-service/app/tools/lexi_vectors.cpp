// lexi-vectors: measures the vector index (recall) and what the semantic cache takes for the same
// (topics). Texts, or pairs of texts, come on the standard input.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/vectors/hnsw_index.hpp"
#include "generation/draw.hpp"
#include "generation/same_topic.hpp"
#include "kit/log.hpp"
#include "kit/utf8.hpp"
#include "ml/embeddings/embedder.hpp"
#include "ml/tools/tool.hpp"

namespace {

using namespace lexi;
using Vectors = std::vector<std::vector<float>>;
constexpr std::size_t kNearest = 10;

template <class Work>
double seconds(Work&& work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

Vectors embedded_lines(ml::Embedder& embedder) {
    Vectors vectors;
    for (std::string line; std::getline(std::cin, line);) {
        if (auto vector = embedder.embed(utf8::mended(line))) vectors.push_back(std::move(*vector));
    }
    return vectors;
}

// More points than texts: each further one lies between two texts, where other texts would lie.
// Independent random vectors would be no model of text: nothing is near anything.
void blend(Vectors& vectors, std::size_t points) {
    generation::Draw draw(1);
    const auto texts = vectors.size();
    while (vectors.size() < points) {
        const auto& a = vectors[draw.number(texts)];
        const auto& b = vectors[draw.number(texts)];
        const float share = 0.1F + 0.8F * static_cast<float>(draw.number(1000)) / 1000;
        std::vector<float> mixed(a.size());
        for (std::size_t i = 0; i < a.size(); ++i) mixed[i] = share * a[i] + (1 - share) * b[i];
        const auto length = static_cast<float>(std::sqrt(ml::cosine(mixed, mixed)));
        for (float& value : mixed) value /= length;
        vectors.push_back(std::move(mixed));
    }
}

Uuid id_of(std::size_t number) {
    static const Uuid space = *Uuid::parse("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    return Uuid::named(space, std::to_string(number));
}

std::set<Uuid> exact(const Vectors& points, const std::vector<float>& query) {
    std::vector<std::pair<double, std::size_t>> near;
    for (std::size_t i = 0; i < points.size(); ++i) near.emplace_back(-ml::cosine(points[i], query), i);
    std::ranges::partial_sort(near, near.begin() + kNearest);
    std::set<Uuid> ids;
    for (std::size_t i = 0; i < kNearest; ++i) ids.insert(id_of(near[i].second));
    return ids;
}

double recall(const core::VectorIndex& index, const Vectors& queries,
              const std::vector<std::set<Uuid>>& right) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        for (const auto& hit : index.search(queries[i], {}, kNearest).value()) {
            found += right[i].contains(hit.id) ? 1 : 0;
        }
    }
    return static_cast<double>(found) / static_cast<double>(queries.size() * kNearest);
}

int measure_recall(ml::Embedder& embedder, std::size_t count, std::size_t asked) {
    auto points = embedded_lines(embedder);
    if (points.size() < 2 * asked) return std::cerr << "too few texts\n", 1;
    const Vectors queries(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(asked));
    points.erase(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(asked));
    const auto texts = points.size();
    blend(points, count);
    const auto folder = std::filesystem::temp_directory_path() / ("lexi-" + Uuid::random().str());
    auto index = core::make_hnsw_index({.folder = folder});
    nlohmann::ordered_json report{{"points", points.size()}, {"texts", texts}, {"queries", asked}};
    report["build_s"] = seconds([&] {
        for (std::size_t i = 0; i < points.size(); ++i) {
            (void)index->upsert({{.id = id_of(i), .vector = points[i], .payload = {}}});
        }
    });
    std::vector<std::set<Uuid>> right;
    const auto scan = seconds([&] {
        for (const auto& query : queries) right.push_back(exact(points, query));
    });
    report["exact_ms"] = 1000 * scan / static_cast<double>(asked);
    const auto walk = seconds([&] { report["recall_at_10"] = recall(*index, queries, right); });
    report["search_ms"] = 1000 * walk / static_cast<double>(asked);
    report["save_s"] = seconds([&] { (void)index->flush(); });
    index.reset();
    report["load_s"] = seconds([&] { index = core::make_hnsw_index({.folder = folder}); });
    report["recall_after_restart"] = recall(*index, queries, right);
    report["points_after_restart"] = index->count().value();
    std::filesystem::remove_all(folder);
    std::cout << report.dump() << '\n';
    return 0;
}

// {"a": …, "b": …} a line; adds how near the two are, and whether their words tell them apart.
int measure_topics(ml::Embedder& embedder) {
    for (std::string line; std::getline(std::cin, line);) {
        auto pair = nlohmann::json::parse(line);
        const auto a = pair.at("a").get<std::string>();
        const auto b = pair.at("b").get<std::string>();
        const auto one = embedder.embed(a);
        const auto other = embedder.embed(b);
        if (!one || !other) return 1;
        pair["cosine"] = ml::cosine(*one, *other);
        pair["told_apart"] = generation::told_apart(a, b);
        pair["threshold"] = generation::kSameTopic;
        std::cout << pair.dump() << '\n';
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    log::setup("lexi-vectors", "ERROR");
    CLI::App app("Measures the vector index and the semantic cache.", "lexi-vectors");
    std::size_t points = 100000;
    std::size_t queries = 500;
    auto* of_recall =
        app.add_subcommand("recall", "recall at 10 against exact search; texts on stdin");
    of_recall->add_option("--points", points, "how many, blended from the texts");
    of_recall->add_option("--queries", queries, "the first so many texts are asked for");
    app.add_subcommand("topics", "cosine and guard of pairs of topics, JSON lines on stdin");
    app.require_subcommand(1);
    CLI11_PARSE(app, argc, argv);
    const auto embedder =
        ml::make_minilm({.model_path = ml::tool::model("all-MiniLM-L6-v2-int8.onnx"),
                         .vocabulary_path = ml::tool::model("all-MiniLM-L6-v2-vocab.txt")});
    if (!ml::tool::ready(*embedder)) return 1;
    return of_recall->parsed() ? measure_recall(*embedder, points, queries)
                               : measure_topics(*embedder);
}
