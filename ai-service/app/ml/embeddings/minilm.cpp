#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <filesystem>

#include "ml/embeddings/embedder.hpp"
#include "ml/embeddings/wordpiece.hpp"
#include "ml/loader.hpp"
#include "ml/model_file.hpp"
#include "ml/onnx.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kMostTokens = 256;  // what the model was trained with
constexpr std::int64_t kMostDimensions = 4096;

// Mean over the tokens, scaled to length 1. `hidden` is [tokens, width].
Embedding pooled(const float* hidden, std::size_t tokens, std::size_t width) {
    std::vector<double> sum(width, 0.0);
    for (std::size_t t = 0; t < tokens; ++t) {
        for (std::size_t i = 0; i < width; ++i) sum[i] += hidden[t * width + i];
    }
    double square = 0;
    for (const double value : sum) square += value * value;
    const double length = std::max(std::sqrt(square), 1e-12);
    Embedding vector(width);
    std::ranges::transform(sum, vector.begin(),
                           [length](double value) { return static_cast<float>(value / length); });
    return vector;
}

class MiniLm {
public:
    static Loader<MiniLm>::Loaded load(const MiniLmConfig& config) {
        auto words = WordPiece::load(config.vocabulary_path);
        if (!words) return std::unexpected(words.error());
        if (file_bytes(config.model_path) == 0) return std::unexpected("there is no model file");
        try {
            auto model = std::make_shared<MiniLm>(
                onnx_session(config.model_path, static_cast<int>(config.threads)),
                std::move(*words));
            model->bytes_ = file_bytes(config.model_path);
            // A model of another kind must fail here, not at the first request.
            model->width_ = model->run("a").vector.size();
            return model;
        } catch (const Ort::Exception&) {
            return std::unexpected("the file is no complete embedding model");
        }
    }

    MiniLm(Ort::Session session, WordPiece words)
        : session_(std::move(session)), words_(std::move(words)) {}

    struct Run {
        Embedding vector;
        std::size_t tokens = 0;
    };

    // One text a run, without padding: the model is quantised by the range of all that runs
    // together, so that in a batch a neighbour would change the vector.
    Run run(std::string_view text) const {
        auto ids = words_.encode(text, kMostTokens);
        std::vector<std::int64_t> mask(ids.size(), 1);
        std::vector<std::int64_t> types(ids.size(), 0);
        const std::vector<std::int64_t> shape{1, static_cast<std::int64_t>(ids.size())};
        std::array inputs{tensor(ids, shape), tensor(mask, shape), tensor(types, shape)};
        static constexpr std::array kInputs{"input_ids", "attention_mask", "token_type_ids"};
        static constexpr std::array kOutputs{"last_hidden_state"};
        const auto outputs = session_.Run(Ort::RunOptions{nullptr}, kInputs.data(), inputs.data(),
                                          inputs.size(), kOutputs.data(), 1);
        const auto form = outputs[0].GetTensorTypeAndShapeInfo().GetShape();
        if (form.size() != 3 || form[1] != shape[1] || form[2] < 1 || form[2] > kMostDimensions) {
            throw Ort::Exception("not the shape of an embedding model", ORT_INVALID_GRAPH);
        }
        return {.vector = pooled(outputs[0].GetTensorData<float>(), ids.size(),
                                 static_cast<std::size_t>(form[2])),
                .tokens = ids.size()};
    }

    std::uint64_t bytes() const { return bytes_; }
    std::size_t width() const { return width_; }

private:
    mutable Ort::Session session_;  // Run() does not change it, but is not const
    WordPiece words_;
    std::uint64_t bytes_ = 0;
    std::size_t width_ = 0;
};

class MiniLmEngine final : public Embedder {
public:
    explicit MiniLmEngine(MiniLmConfig config)
        : config_(std::move(config)),
          loader_(
              "embeddings", [this] { return MiniLm::load(config_); },
              [this] {
                  return fingerprint(config_.model_path) + fingerprint(config_.vocabulary_path);
              },
              config_.retry_seconds) {}

    Result<Embedding> embed(std::string_view text) override {
        const auto model = loader_.get("The model of meanings");
        if (!model) return std::unexpected(model.error());
        const auto began = std::chrono::steady_clock::now();
        ++calls_;
        try {
            auto run = (*model)->run(text);
            tokens_ += run.tokens;
            busy_us_ += std::chrono::duration_cast<std::chrono::microseconds>(
                            std::chrono::steady_clock::now() - began)
                            .count();
            return std::move(run.vector);
        } catch (const Ort::Exception& broken) {
            ++failed_;
            log::error("embeddings.failed", {{"reason", broken.what()}});
            return fail(Fault::internal, "The text could not be compared by its meaning.");
        }
    }

    EngineStatus status() const override {
        EngineStatus status;
        loader_.describe(status);
        status.name = std::filesystem::path(config_.model_path).filename().string();
        status.counters = {{"calls", calls_},
                           {"failed", failed_},
                           {"tokens", tokens_},
                           {"busy_ms", busy_us_ / 1000},
                           {"dimensions", 0}};
        if (const auto model = loader_.peek()) {
            status.memory_bytes = model->bytes();
            status.counters["dimensions"] = model->width();
        }
        return status;
    }
    void stop() override { loader_.stop(); }

private:
    const MiniLmConfig config_;
    std::atomic<std::uint64_t> calls_ = 0;
    std::atomic<std::uint64_t> failed_ = 0;
    std::atomic<std::uint64_t> tokens_ = 0;
    std::atomic<std::uint64_t> busy_us_ = 0;
    Loader<MiniLm> loader_;  // last: its thread uses config_
};

}  // namespace

std::unique_ptr<Embedder> make_minilm(MiniLmConfig config) {
    return std::make_unique<MiniLmEngine>(std::move(config));
}

}  // namespace lexi::ml
