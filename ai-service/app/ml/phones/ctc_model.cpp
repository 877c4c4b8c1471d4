#include "ml/phones/ctc_model.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "ml/model_file.hpp"
#include "ml/onnx.hpp"
#include "ml/phones/arpabet.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kRate = 16000;
constexpr std::size_t kPiece = 29 * kRate;
constexpr std::size_t kMostMissing = 5;  // phones that a model may not know: ZH is often not there

nlohmann::json read_json(const std::filesystem::path& path) {
    std::ifstream in(path);
    return in ? nlohmann::json::parse(in, nullptr, false) : nlohmann::json();
}

std::optional<std::map<std::string, std::size_t>> read_vocabulary(
    const std::filesystem::path& path) {
    const auto read = read_json(path);
    if (!read.is_object()) return std::nullopt;
    std::map<std::string, std::size_t> vocabulary;
    for (const auto& [symbol, index] : read.items()) {
        if (!index.is_number_unsigned()) return std::nullopt;
        vocabulary[symbol] = index.get<std::size_t>();
    }
    return vocabulary;
}

std::size_t symbol_of(const std::string& sign) {
    std::string upper = sign;
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return std::toupper(c); });
    // "b" is both; the longer ARPAbet names are no IPA.
    if (const auto phone = phone_index(upper)) return *phone;
    const auto phones = ipa_to_arpabet(sign);
    const auto only = phones.size() == 1 ? phone_index(phones.front()) : std::nullopt;
    return only.value_or(kBlank);
}

// Mean 0, variance 1, as the models of this kind were trained.
void normalise(std::vector<float>& sound) {
    const auto count = static_cast<double>(sound.size());
    const double mean = std::accumulate(sound.begin(), sound.end(), 0.0) / count;
    double variance = 0;
    for (const float s : sound) variance += (s - mean) * (s - mean);
    const double scale = 1 / std::sqrt((variance / count) + 1e-7);
    for (float& s : sound) s = static_cast<float>((s - mean) * scale);
}

}  // namespace

std::expected<std::vector<std::size_t>, std::string> symbols_of(
    const std::map<std::string, std::size_t>& vocabulary) {
    std::vector<std::size_t> symbols;
    std::vector<bool> known(kPhones.size());
    for (const auto& [sign, index] : vocabulary) {
        if (index > 4096) return std::unexpected("the vocabulary is no phone model's");
        if (symbols.size() <= index) symbols.resize(index + 1, kBlank);
        symbols[index] = symbol_of(sign);
        if (symbols[index] != kBlank) known[symbols[index]] = true;
    }
    std::string missing;
    for (std::size_t phone = 0; phone < kPhones.size(); ++phone) {
        if (!known[phone]) missing += " " + std::string(kPhones[phone]);
    }
    if (std::ranges::count(known, false) > static_cast<std::ptrdiff_t>(kMostMissing)) {
        return std::unexpected("the vocabulary lacks English phones:" + missing);
    }
    return symbols;
}

std::expected<std::shared_ptr<CtcModel>, std::string> CtcModel::load(const std::string& path,
                                                                     int threads) {
    const auto file = find_model(path, ".onnx");
    if (!file) return std::unexpected("there is no model file");
    const auto folder = file->parent_path();
    const auto vocabulary = read_vocabulary(folder / "vocab.json");
    if (!vocabulary) return std::unexpected("there is no readable vocab.json beside the model");
    auto symbols = symbols_of(*vocabulary);
    if (!symbols) return std::unexpected(symbols.error());
    const auto settings = read_json(folder / "preprocessor_config.json");
    const bool normalised = !settings.is_object() || settings.value("do_normalize", true);
    try {
        std::shared_ptr<CtcModel> made(
            new CtcModel(onnx_session(file->string(), threads), std::move(*symbols), normalised));
        Ort::AllocatorWithDefaultOptions allocator;
        made->output_ = made->session_.GetOutputNameAllocated(0, allocator).get();
        made->bytes_ = file_bytes(file->string());
        made->frames(std::vector<float>(kRate / 10));  // another kind of model must fail here
        return made;
    } catch (const Ort::Exception&) {
        return std::unexpected("the file is no CTC phone model that hears a waveform");
    }
}

void CtcModel::hear(std::span<const float> piece, PhoneFrames& frames) const {
    std::vector<float> sound(kLeadIn + piece.size(), 0.0F);
    std::ranges::copy(piece, sound.begin() + kLeadIn);
    if (normalised_) normalise(sound);
    const auto input = tensor(sound, {1, static_cast<std::int64_t>(sound.size())});
    const char* in = "input_values";
    const char* name = output_.c_str();
    const auto out = session_.Run(Ort::RunOptions{nullptr}, &in, &input, 1, &name, 1);
    const auto form = out[0].GetTensorTypeAndShapeInfo().GetShape();
    const auto width = static_cast<std::int64_t>(symbols_.size());
    if (form.size() != 3 || form[0] != 1 || form[2] < width) {
        throw Ort::Exception("not the shape of a phone model", ORT_INVALID_GRAPH);
    }
    const std::size_t skip = frames.frames == 0 ? 0 : kLeadIn / (kRate / 50);
    const auto* logits = out[0].GetTensorData<float>();
    for (auto frame = skip; frame < static_cast<std::size_t>(form[1]); ++frame) {
        const std::span row(logits + (frame * static_cast<std::size_t>(form[2])),
                            static_cast<std::size_t>(form[2]));
        const float most = std::ranges::max(row);
        std::array<double, kSymbols> shares{};
        double sum = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const double share = std::exp(row[i] - most);
            shares[i < symbols_.size() ? symbols_[i] : kBlank] += share;
            sum += share;
        }
        for (const double share : shares) {
            frames.log_probability.push_back(static_cast<float>(std::log((share / sum) + 1e-10)));
        }
    }
    frames.frames = frames.log_probability.size() / kSymbols;
}

PhoneFrames CtcModel::frames(std::span<const float> pcm) const {
    PhoneFrames frames;
    for (std::size_t at = 0; at < pcm.size(); at += kPiece) {
        hear(pcm.subspan(at, std::min(kPiece, pcm.size() - at)), frames);
    }
    return frames;
}

}  // namespace lexi::ml
