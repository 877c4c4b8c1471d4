// lexi-tts: speaks a text into a WAV file and prints what it did, as JSON.
#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "ml/audio/audio.hpp"
#include "ml/piper/tts.hpp"
#include "ml/tools/tool.hpp"

namespace {

using namespace lexi;
using namespace lexi::ml;

// All pieces as one; `on_first` hears when the first is there.
template <class OnFirst>
Result<TtsResult> streamed(TextToSpeech& tts, const TtsRequest& request, OnFirst on_first) {
    const auto parts = tts.stream(request);
    if (!parts) return std::unexpected(parts.error());
    auto result = (*parts)->about();
    for (;;) {
        auto piece = (*parts)->next();
        if (!piece) return std::unexpected(piece.error());
        if (!*piece) return result;
        if (result.pcm.empty()) on_first();
        result.pcm.insert(result.pcm.end(), (*piece)->pcm.begin(), (*piece)->pcm.end());
        result.words.insert(result.words.end(), (*piece)->words.begin(), (*piece)->words.end());
    }
}

// {"text"} a line; answered with how long the sound is, how long it took, and when its first piece
// was there (with `stream`), in seconds.
int run_batch(const std::vector<std::string>& files, TextToSpeech& tts, TtsRequest request,
              bool stream) {
    std::ifstream in(files[0]);
    std::ofstream out(files[1]);
    if (!in || !out) return tool::refused({.say = "The files of --batch cannot be opened."});
    for (std::string line; std::getline(in, line);) {
        request.text = nlohmann::json::parse(line).at("text").get<std::string>();
        const auto began = std::chrono::steady_clock::now();
        const auto passed = [&] {
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        };
        double first = 0;
        const auto spoken =
            stream ? streamed(tts, request, [&] { first = passed(); }) : tts.synthesize(request);
        if (!spoken) return tool::refused(spoken.error());
        nlohmann::ordered_json answer{
            {"duration", static_cast<double>(spoken->pcm.size()) / spoken->sample_rate},
            {"seconds", passed()}};
        if (stream) answer["first_audio"] = first;
        out << answer.dump() << '\n';
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    lexi::log::setup("lexi-tts", "ERROR");
    CLI::App app("Speaks a text into a WAV file.", "lexi-tts");
    PiperConfig config{.english_path = tool::model("en_US"),
                       .vietnamese_path = tool::model("vi_VN")};
    TtsRequest request;
    std::string file;
    bool stream = false;
    std::vector<std::string> batch;
    app.add_option("text", request.text, "what to say");
    app.add_option("--batch", batch, "IN.jsonl OUT.jsonl: {text} a line; only measured")
        ->expected(2);
    app.add_option("-o,--output", file, "the WAV file to write");
    app.add_option("--language", request.language, "en or vi");
    app.add_option("--speed", request.speed, "0.5 to 2");
    app.add_flag("--stream", stream, "piece by piece, the first one short");
    app.add_option("--threads", config.threads, "of the voice");
    app.add_option("--voice", config.english_path, "a Piper .onnx file");
    CLI11_PARSE(app, argc, argv);

    const auto tts = make_piper(config);
    if (!tool::ready(*tts)) return 1;
    if (!batch.empty()) return run_batch(batch, *tts, request, stream);
    if (request.text.empty() || file.empty()) {
        return tool::refused({.say = "Name a text, and the file to write."});
    }
    const auto began = std::chrono::steady_clock::now();
    double first_ms = 0;
    const auto spoken = stream ? streamed(*tts, request,
                                          [&] {
                                              const std::chrono::duration<double, std::milli> took =
                                                  std::chrono::steady_clock::now() - began;
                                              first_ms = took.count();
                                          })
                               : tts->synthesize(request);
    if (!spoken) return tool::refused(spoken.error());
    const auto bytes = encode_audio(spoken->pcm, spoken->sample_rate, AudioFormat::wav);
    if (!bytes) return tool::refused(bytes.error());
    std::ofstream out(file, std::ios::binary);
    if (!out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()))) {
        std::cerr << "cannot write " << file << '\n';
        return 1;
    }
    nlohmann::ordered_json report{
        {"model", spoken->model},
        {"sample_rate", spoken->sample_rate},
        {"duration", static_cast<double>(spoken->pcm.size()) / spoken->sample_rate},
        {"took_ms", tts->status().counters.at("busy_ms")},
        {"words_estimated", spoken->words_estimated}};
    for (const auto& word : spoken->words) {
        nlohmann::ordered_json timed{{"word", word.word}, {"start", word.start}, {"end", word.end}};
        for (const auto& phoneme : word.phonemes) {
            timed["phonemes"].push_back(
                {{"ipa", phoneme.ipa}, {"start", phoneme.start}, {"end", phoneme.end}});
        }
        report["words"].push_back(std::move(timed));
    }
    if (stream) report["first_audio_ms"] = first_ms;
    std::cout << report.dump(2) << '\n';
    return 0;
}
