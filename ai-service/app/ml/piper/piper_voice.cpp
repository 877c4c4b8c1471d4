#include "ml/piper/piper_voice.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "ml/model_file.hpp"

namespace lexi::ml {
namespace {

// A voice's own noise (0.667 and 0.8 as a rule) makes it livelier and now and then slurs a sound. A
// learner needs the sound: with these Whisper misheard 7 of 144 words of the course, with its
// own 11.
constexpr float kMostNoise = 0.4F;
constexpr float kMostNoiseWidth = 0.5F;

// The frames that the model gives each phoneme, rounded up, just before it stretches them to their
// length: a node of every graph that Piper's exporter writes. The files do not list it as an
// output.
constexpr const char* kFrames = "/Ceil_output_0";

// The model's attention grows with the square of its input: a sentence of 4,000 signs took 23 GB.
constexpr std::size_t kMostSounds = 400;

// Where the part that begins at `from` ends: at the last blank that it reaches, if there is one.
std::size_t part_end(const std::vector<Sound>& sounds, std::size_t from) {
    if (sounds.size() - from <= kMostSounds) return sounds.size();
    const auto limit = from + kMostSounds;
    for (auto at = limit; at > from + (kMostSounds / 2); --at) {
        if (sounds[at - 1].ipa == " ") return at;
    }
    return limit;
}

std::size_t elements(const Ort::Value& value) {
    return value.GetTensorTypeAndShapeInfo().GetElementCount();
}

// A sound lasts from its first number to the end of its last one's pad; one that the voice does not
// know is a moment between its neighbours.
std::vector<PiperVoice::Times> times_of(std::size_t sounds, const SoundIds& made,
                                        const std::vector<double>& shares, double seconds) {
    std::vector<PiperVoice::Times> times(sounds);
    std::vector<bool> heard(sounds, false);
    double at = 0;
    for (std::size_t i = 0; i < made.ids.size(); ++i) {
        const double end = at + shares[i] * seconds;
        if (const auto sound = made.sound[i]; sound < sounds) {
            if (!heard[sound]) times[sound].start = at;
            heard[sound] = true;
            times[sound].end = end;
        }
        at = end;
    }
    for (std::size_t i = 0; i < sounds; ++i) {
        if (!heard[i] && i > 0) times[i] = {.start = times[i - 1].end, .end = times[i - 1].end};
    }
    return times;
}

}  // namespace

std::unique_ptr<PiperVoice> PiperVoice::open(const std::string& path, int threads) {
    try {
        return std::unique_ptr<PiperVoice>(
            new PiperVoice(onnx_session_telling(path, threads, kFrames), true));
    } catch (const Ort::Exception&) {  // another exporter's, whose nodes have other names
        return std::unique_ptr<PiperVoice>(new PiperVoice(onnx_session(path, threads), false));
    }
}

std::expected<std::unique_ptr<PiperVoice>, std::string> PiperVoice::load(const std::string& path,
                                                                         int threads) {
    try {
        auto voice = open(path, threads);
        voice->name_ = std::filesystem::path(path).stem().string();
        voice->bytes_ = file_bytes(path);
        if (auto wrong = voice->read_settings(path + ".json"); !wrong.empty()) {
            return std::unexpected(wrong);
        }
        // A model of another kind must fail here, not at the first request.
        if (voice->speak({{"a", 0}, {"."}}, 1).samples.empty())
            return std::unexpected("the model says nothing");
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
        language_ = settings.at("espeak").at("voice").get<std::string>();
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

PiperVoice::Voiced PiperVoice::speak(const std::vector<Sound>& sounds, double length) const {
    Voiced whole;
    for (std::size_t from = 0; from < sounds.size();) {
        const auto end = part_end(sounds, from);
        const auto at = [&sounds](std::size_t i) {
            return sounds.begin() + static_cast<std::ptrdiff_t>(i);
        };
        const auto part = speak_part({at(from), at(end)}, length);
        const double offset = static_cast<double>(whole.samples.size()) / sample_rate_;
        for (const auto& time : part.times) {
            whole.times.push_back({.start = time.start + offset, .end = time.end + offset});
        }
        whole.samples.insert(whole.samples.end(), part.samples.begin(), part.samples.end());
        from = end;
    }
    return whole;
}

PiperVoice::Voiced PiperVoice::speak_part(const std::vector<Sound>& sounds, double length) const {
    auto made = sound_ids(sounds, ids_);
    std::vector<std::int64_t> count{static_cast<std::int64_t>(made.ids.size())};
    std::vector<float> scales{noise_, length_ * static_cast<float>(length), noise_width_};
    std::vector<std::int64_t> speaker{0};
    std::vector<Ort::Value> inputs;
    inputs.push_back(tensor(made.ids, {1, count[0]}));
    inputs.push_back(tensor(count, {1}));
    inputs.push_back(tensor(scales, {3}));
    if (many_speakers_) inputs.push_back(tensor(speaker, {1}));
    static constexpr std::array kInputs{"input", "input_lengths", "scales", "sid"};
    static constexpr std::array kOutputs{"output", kFrames};
    const auto outputs = session_.Run(Ort::RunOptions{nullptr}, kInputs.data(), inputs.data(),
                                      inputs.size(), kOutputs.data(), tells_times_ ? 2 : 1);
    const auto* samples = outputs[0].GetTensorData<float>();
    Voiced voiced{.samples = {samples, samples + elements(outputs[0])}, .times = {}};
    std::vector<double> shares;
    if (tells_times_ && elements(outputs[1]) == made.ids.size()) {
        const auto* frames = outputs[1].GetTensorData<float>();
        shares.assign(frames, frames + made.ids.size());
        const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (auto& share : shares) share /= total;
    } else {
        shares = estimated_shares(sounds, made);
    }
    const double seconds = static_cast<double>(voiced.samples.size()) / sample_rate_;
    voiced.times = times_of(sounds.size(), made, shares, seconds);
    return voiced;
}

std::string PiperVoice::unknown_in(std::string_view ipa) const {
    for (const auto& point : code_points(ipa)) {
        const std::vector<Sound> alone{{.ipa = point, .word = 0}};
        if (point != "_" && sound_ids(alone, ids_).ids.size() <= 3) return point;
    }
    return "";
}

}  // namespace lexi::ml
