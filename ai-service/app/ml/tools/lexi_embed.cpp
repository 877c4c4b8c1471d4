// lexi-embed: the vectors of texts, one JSON line each; or how near two texts are.
#include <CLI/CLI.hpp>
#include <format>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "kit/utf8.hpp"
#include "ml/embeddings/embedder.hpp"
#include "ml/tools/tool.hpp"

namespace {

using namespace lexi::ml;

// Each line of the standard input is a text.
int embed_lines(Embedder& embedder) {
    for (std::string line; std::getline(std::cin, line);) {
        const auto vector = embedder.embed(lexi::utf8::mended(line));
        if (!vector) return tool::refused(vector.error());
        std::cout << nlohmann::json{{"text", lexi::utf8::mended(line)}, {"vector", *vector}}.dump()
                  << '\n';
    }
    return 0;
}

int compare(Embedder& embedder, const std::string& one, const std::string& other) {
    const auto a = embedder.embed(lexi::utf8::mended(one));
    if (!a) return tool::refused(a.error());
    const auto b = embedder.embed(lexi::utf8::mended(other));
    if (!b) return tool::refused(b.error());
    std::cout << std::format("{:.4f}\n", lexi::ml::cosine(*a, *b));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    lexi::log::setup("lexi-embed", "ERROR");
    CLI::App app("Vectors of texts: a JSON line for each line of the standard input.",
                 "lexi-embed");
    MiniLmConfig config{.model_path = tool::model("all-MiniLM-L6-v2-int8.onnx"),
                        .vocabulary_path = tool::model("all-MiniLM-L6-v2-vocab.txt")};
    app.add_option("--model", config.model_path, "an ONNX file");
    app.add_option("--vocabulary", config.vocabulary_path, "its vocab.txt");
    std::string one;
    std::string other;
    auto* near = app.add_subcommand("near", "the cosine of two texts");
    near->add_option("one", one)->required();
    near->add_option("other", other)->required();
    app.require_subcommand(0, 1);
    CLI11_PARSE(app, argc, argv);

    const auto embedder = make_minilm(config);
    if (!tool::ready(*embedder)) return 1;
    return near->parsed() ? compare(*embedder, one, other) : embed_lines(*embedder);
}
