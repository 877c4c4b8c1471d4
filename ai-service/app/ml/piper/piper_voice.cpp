#include "ml/piper/piper_voice.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "ml/model_file.hpp"

namespace lexi::ml {
namespace {

// A voice's own noise (0.667 and 0.8 as a rule) makes it livelier and now and then slurs a sound. A
// learner needs the sound: with these Whisper misheard 7 of 144 words of the course, with its
// own 11.
constexpr float kMostNoise = 0.4F;
constexpr float kMostNoiseWidth = 0.5F;

}  // namespace

std::expected<std::unique_ptr<PiperVoice>, std::string> PiperVoice::load(const std::string& path,
                                                                         int threads) {
    try {
        std::unique_ptr<PiperVoice> voice(new PiperVoice(onnx_session(path, threads)));
        voice->name_ = std::filesystem::path(path).stem().string();
        voice->bytes_ = file_bytes(path);
        if (auto wrong = voice->read_settings(path + ".json"); !wrong.empty()) {
            return std::unexpected(wrong);
        }
        // A model of another kind must fail here, not at the first request.
        if (voice->speak("a.", 1).empty()) return std::unexpected("the model says nothing");
        return voice;
    } catch (const Ort::Exception&) {
        return std::unexpected("the file is no complete voice model");
    }
}

std::string PiperVoice::read_settings(const std::string& path) {
    std::ifstream file(path);
    const auto settings = nlohmann::json::parse(file, nullptr, false);
    if (settings.is_discarded()) return "the voice's .json file is missing or damaged";
    try {
        sample_rate_ = settings.at("audio").at("sample_rate").get<std::uint32_t>();
        espeak_voice_ = settings.at("espeak").at("voice").get<std::string>();
        const auto& inference = settings.at("inference");
        noise_ = std::min(kMostNoise, inference.at("noise_scale").get<float>());
        length_ = inference.at("length_scale").get<float>();
        noise_width_ = std::min(kMostNoiseWidth, inference.at("noise_w").get<float>());
        many_speakers_ = settings.value("num_speakers", 1) > 1;
        for (const auto& [phoneme, ids] : settings.at("phoneme_id_map").items()) {
            ids_[phoneme] = ids.get<std::vector<std::int64_t>>();
        }
    } catch (const nlohmann::json::exception&) {
        return "the voice's .json file lacks a setting";
    }
    return ids_.contains("^") && ids_.contains("_") && ids_.contains("$")
               ? ""
               : "the voice's .json file lacks its phonemes";
}

std::vector<float> PiperVoice::speak(const std::string& ipa, double length) const {
    auto ids = phoneme_ids(ipa, ids_);
    std::vector<std::int64_t> count{static_cast<std::int64_t>(ids.size())};
    std::vector<float> scales{noise_, length_ * static_cast<float>(length), noise_width_};
    std::vector<std::int64_t> speaker{0};
    std::vector<Ort::Value> inputs;
    inputs.push_back(tensor(ids, {1, count[0]}));
    inputs.push_back(tensor(count, {1}));
    inputs.push_back(tensor(scales, {3}));
    if (many_speakers_) inputs.push_back(tensor(speaker, {1}));
    static constexpr std::array kInputs{"input", "input_lengths", "scales", "sid"};
    static constexpr std::array kOutputs{"output"};
    const auto outputs = session_.Run(Ort::RunOptions{nullptr}, kInputs.data(), inputs.data(),
                                      inputs.size(), kOutputs.data(), 1);
    const auto* samples = outputs[0].GetTensorData<float>();
    return {samples, samples + outputs[0].GetTensorTypeAndShapeInfo().GetElementCount()};
}

}  // namespace lexi::ml
