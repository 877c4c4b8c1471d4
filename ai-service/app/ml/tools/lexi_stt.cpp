// lexi-stt: what is said in a recording, as JSON.
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "ml/tools/audio_file.hpp"
#include "ml/tools/tool.hpp"
#include "ml/whisper/stt.hpp"

int main(int argc, char** argv) {
    using namespace lexi::ml;
    lexi::log::setup("lexi-stt", "ERROR");
    CLI::App app("Writes what is said in a recording, as JSON.", "lexi-stt");
    WhisperConfig config{.model_path = tool::model("ggml-base"),
                         .fallback_path = tool::model("ggml-tiny"),
                         .vad_path = tool::model("silero_vad.onnx")};
    SttOptions options{.language = "", .words = true};
    std::string file;
    app.add_option("file", file, "WAV, MP3, OGG, WebM, M4A or FLAC")->required();
    app.add_option("--model", config.model_path,
                   "a ggml file, a folder or the beginning of a name");
    app.add_option("--language", options.language, "en, vi, …; detected without it");
    app.add_option("--beam", config.beam, "1: greedy");
    app.add_option("--threads", config.threads, "0: follow the free cores");
    app.add_flag("--verbatim", options.verbatim, "keep hesitations");
    CLI11_PARSE(app, argc, argv);

    const auto pcm = tool::read_audio(file);
    if (!pcm) return tool::refused(pcm.error());
    const auto stt = make_whisper(config);
    if (!tool::ready(*stt)) return 1;
    const auto heard = stt->transcribe(*pcm, options);
    if (!heard) return tool::refused(heard.error());
    nlohmann::ordered_json out{{"text", heard->text},
                               {"language", heard->language},
                               {"duration", heard->duration},
                               {"no_speech", heard->no_speech}};
    for (const auto& word : heard->words) {
        out["words"].push_back({{"word", word.word},
                                {"start", word.start},
                                {"end", word.end},
                                {"probability", word.probability}});
    }
    std::cout << out.dump(2) << '\n';
    std::cerr << "took " << stt->status().counters.at("busy_ms") << " ms\n";
    return 0;
}
