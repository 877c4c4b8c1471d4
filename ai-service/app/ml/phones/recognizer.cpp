#include "ml/phones/recognizer.hpp"

#include <algorithm>
#include <array>

#include "ml/model_file.hpp"
#include "ml/onnx.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kRate = 16000;
constexpr std::size_t kPiece = 29 * kRate;  // with the lead-in under the encoder's 30 s

std::vector<std::int64_t> shape_of(const Ort::Value& value) {
    return value.GetTensorTypeAndShapeInfo().GetShape();
}

}  // namespace

double PhoneFrames::start(std::size_t frame) {
    return (static_cast<double>(frame) * kSeconds) - (static_cast<double>(kLeadIn) / kRate);
}

std::expected<std::shared_ptr<PhoneRecognizer>, std::string> PhoneRecognizer::load(
    const RecognizerFiles& files, int threads) {
    for (const auto& file : {files.encoder, files.weights}) {
        if (file_bytes(file) == 0) return std::unexpected("there is no model file");
    }
    auto weights = WhisperWeights::read(files.weights);
    if (!weights) return std::unexpected(weights.error());
    try {
        auto encoder = onnx_session(files.encoder, threads, weights->names(), weights->values());
        std::optional<Ort::Session> head;
        if (!files.head.empty()) head = onnx_session(files.head, threads);
        std::shared_ptr<PhoneRecognizer> made(
            new PhoneRecognizer(std::move(*weights), std::move(encoder), std::move(head)));
        made->bytes_ = file_bytes(files.weights) + file_bytes(files.head);
        // A model of another kind must fail here, not at the first recording.
        const std::vector<float> silence(kRate / 10);
        if (made->head_) {
            made->frames(silence);
        } else {
            made->layers(silence);
        }
        return made;
    } catch (const Ort::Exception&) {
        return std::unexpected("the files are no phone model that fits together");
    }
}

void PhoneRecognizer::hear(std::span<const float> piece, PhoneFrames& frames) const {
    std::vector<float> sound(kLeadIn + piece.size(), 0.0F);
    std::ranges::copy(piece, sound.begin() + kLeadIn);
    const auto input = tensor(sound, {static_cast<std::int64_t>(sound.size())});
    static constexpr std::array kIn{"pcm"};
    static constexpr std::array kOut{"layers"};
    const auto out = encoder_.Run(Ort::RunOptions{nullptr}, kIn.data(), &input, 1, kOut.data(), 1);
    const auto form = shape_of(out[0]);
    if (form.size() != 3 || form[1] < 1 || form[2] < 1) {
        throw Ort::Exception("not the shape of an encoder", ORT_INVALID_GRAPH);
    }
    frames.kept = static_cast<std::size_t>(form[1]);
    frames.width = static_cast<std::size_t>(form[2]);
    const auto* data = out[0].GetTensorData<float>();
    // The lead-in of a later piece is no time of its own.
    const std::size_t skip =
        frames.frames == 0 ? 0
                           : static_cast<std::size_t>(kLeadIn / (kRate * PhoneFrames::kSeconds));
    const auto count = static_cast<std::size_t>(form[0]);
    const auto row = frames.kept * frames.width;
    frames.layers.insert(frames.layers.end(), data + (std::min(skip, count) * row),
                         data + (count * row));
    frames.frames = frames.layers.size() / row;
}

PhoneFrames PhoneRecognizer::layers(std::span<const float> pcm) const {
    PhoneFrames frames;
    for (std::size_t at = 0; at < pcm.size(); at += kPiece) {
        hear(pcm.subspan(at, std::min(kPiece, pcm.size() - at)), frames);
    }
    return frames;
}

PhoneFrames PhoneRecognizer::frames(std::span<const float> pcm) const {
    auto frames = layers(pcm);
    const std::vector<std::int64_t> shape{static_cast<std::int64_t>(frames.frames),
                                          static_cast<std::int64_t>(frames.kept),
                                          static_cast<std::int64_t>(frames.width)};
    const auto input = tensor(frames.layers, shape);
    static constexpr std::array kIn{"layers"};
    static constexpr std::array kOut{"log_probability"};
    const auto out =
        head_.value().Run(Ort::RunOptions{nullptr}, kIn.data(), &input, 1, kOut.data(), 1);
    const auto form = shape_of(out[0]);
    if (form.size() != 2 || form[0] != shape[0] || form[1] != std::int64_t{kSymbols}) {
        throw Ort::Exception("not the shape of a phone head", ORT_INVALID_GRAPH);
    }
    const auto* data = out[0].GetTensorData<float>();
    frames.log_probability.assign(data, data + (frames.frames * kSymbols));
    return frames;
}

}  // namespace lexi::ml
