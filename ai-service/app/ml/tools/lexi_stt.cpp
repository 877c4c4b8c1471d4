// lexi-stt: what is said in a recording, or in each of many, as JSON.
#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "ml/tools/audio_file.hpp"
#include "ml/tools/tool.hpp"
#include "ml/whisper/stt.hpp"

namespace {

using namespace lexi;
using namespace lexi::ml;
using nlohmann::ordered_json;

ordered_json described(const SttResult& heard) {
    ordered_json out{{"text", heard.text},
                     {"language", heard.language},
                     {"duration", heard.duration},
                     {"no_speech", heard.no_speech}};
    for (const auto& word : heard.words) {
        out["words"].push_back({{"word", word.word},
                                {"start", word.start},
                                {"end", word.end},
                                {"probability", word.probability}});
    }
    return out;
}

// One recording after the other: {"id", "audio"} a line; answered with `text` or `error` and the
// seconds that the recognition took.
int run_batch(const std::vector<std::string>& files, SpeechToText& stt, const SttOptions& options) {
    std::ifstream in(files[0]);
    std::ofstream out(files[1]);
    if (!in || !out) return tool::refused({.say = "The files of --batch cannot be opened."});
    for (std::string line; std::getline(in, line);) {
        const auto job = nlohmann::json::parse(line);
        const auto pcm = tool::read_audio(job.at("audio").get<std::string>());
        if (!pcm) return tool::refused(pcm.error());
        const auto began = std::chrono::steady_clock::now();
        const auto heard = stt.transcribe(*pcm, options);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        auto answer = heard ? described(*heard) : ordered_json{{"error", heard.error().say}};
        answer["id"] = job.at("id");
        answer["seconds"] = took.count();
        out << answer.dump() << '\n';
    }
    return 0;
}

int run_one(const std::string& file, SpeechToText& stt, const SttOptions& options) {
    const auto pcm = tool::read_audio(file);
    if (!pcm) return tool::refused(pcm.error());
    const auto heard = stt.transcribe(*pcm, options);
    if (!heard) return tool::refused(heard.error());
    std::cout << described(*heard).dump(2) << '\n';
    std::cerr << "took " << stt.status().counters.at("busy_ms") << " ms\n";
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    log::setup("lexi-stt", "ERROR");
    CLI::App app("Writes what is said in a recording, as JSON.", "lexi-stt");
    WhisperConfig config{.model_path = tool::model("ggml-base"),
                         .fallback_path = tool::model("ggml-tiny"),
                         .vad_path = tool::model("silero_vad.onnx")};
    SttOptions options{.language = "", .words = true};
    std::string file;
    std::vector<std::string> batch;
    auto* one = app.add_option("file", file, "WAV, MP3, OGG, WebM, M4A or FLAC");
    app.add_option("--batch", batch, "IN.jsonl OUT.jsonl: {id, audio} a line")
        ->expected(2)
        ->excludes(one);
    app.add_option("--model", config.model_path,
                   "a ggml file, a folder or the beginning of a name");
    app.add_option("--language", options.language, "en, vi, …; detected without it");
    app.add_option("--beam", config.beam, "1: greedy");
    app.add_option("--threads", config.threads, "0: follow the free cores");
    app.add_option("--padding", config.padding,
                   "seconds that the encoder hears beyond the clip; 30: the full window");
    app.add_flag("--verbatim", options.verbatim, "keep hesitations");
    CLI11_PARSE(app, argc, argv);
    if (file.empty() && batch.empty()) return tool::refused({.say = "Name a recording."});
    const auto stt = make_whisper(config);
    if (!tool::ready(*stt)) return 1;
    return batch.empty() ? run_one(file, *stt, options) : run_batch(batch, *stt, options);
}
