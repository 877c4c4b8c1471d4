// lexi-tts: speaks a text into a WAV file and prints what it did, as JSON.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "ml/audio/audio.hpp"
#include "ml/piper/tts.hpp"
#include "ml/tools/tool.hpp"

int main(int argc, char** argv) {
    using namespace lexi::ml;
    lexi::log::setup("lexi-tts", "ERROR");
    CLI::App app("Speaks a text into a WAV file.", "lexi-tts");
    PiperConfig config{.english_path = tool::model("en_US"),
                       .vietnamese_path = tool::model("vi_VN")};
    TtsRequest request;
    std::string file;
    app.add_option("text", request.text, "what to say")->required();
    app.add_option("-o,--output", file, "the WAV file to write")->required();
    app.add_option("--language", request.language, "en or vi");
    app.add_option("--speed", request.speed, "0.5 to 2");
    app.add_option("--voice", config.english_path, "a Piper .onnx file");
    CLI11_PARSE(app, argc, argv);

    const auto tts = make_piper(config);
    if (!tool::ready(*tts)) return 1;
    const auto spoken = tts->synthesize(request);
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
        report["words"].push_back({{"word", word.word}, {"start", word.start}, {"end", word.end}});
    }
    std::cout << report.dump(2) << '\n';
    return 0;
}
