// lexi-pronounce: judges recordings of known texts, one or a whole corpus.
#include <CLI/CLI.hpp>
#include <atomic>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "ml/phones/judge.hpp"
#include "ml/piper/phoneme_ids.hpp"
#include "ml/tools/audio_file.hpp"
#include "ml/tools/phones_jobs.hpp"
#include "ml/tools/tool.hpp"

namespace lexi::ml {
namespace {

using nlohmann::ordered_json;

ordered_json phone_json(const PhoneScore& phone) {
    ordered_json row{{"phone", phone.phone},
                     {"score", phone.score},
                     {"heard", phone.heard},
                     {"start", phone.start},
                     {"end", phone.end}};
    row["errors"] = {phone.errors.left_out, phone.errors.exchanged, phone.errors.followed};
    for (const auto& one : phone.nbest) {
        row["nbest"].push_back({{"phone", one.phone}, {"probability", one.probability}});
    }
    return row;
}

ordered_json to_json(const std::string& id, const AlignResult& result,
                     const std::vector<AskedWord>& asked) {
    ordered_json row{{"id", id}};
    if (result.ratings) {
        row["accuracy"] = result.ratings->accuracy;
        row["fluency"] = result.ratings->fluency;
        row["prosody"] = result.ratings->prosody;
        row["overall"] = result.ratings->overall;
        row["confidence"] = result.confidence;
    }
    row["words"] = ordered_json::array();
    std::size_t at = 0;
    for (const auto& word : asked) {
        // Words without sounds are not judged, but keep their place.
        auto& made = row["words"].emplace_back(ordered_json{{"text", word.text}});
        if (at == result.words.size() || result.words[at].word != word.text) continue;
        const auto& judged = result.words[at++];
        made["score"] = judged.score;
        if (judged.omission) made["omission"] = *judged.omission;
        made["phones"] = ordered_json::array();
        for (const auto& phone : judged.phones) made["phones"].push_back(phone_json(phone));
        for (const auto& added : judged.added) {
            made["added"].push_back({{"phone", added.phone}, {"before", added.before}});
        }
    }
    return row;
}

int batch(const Judge& judge, const std::string& in, const std::string& out, unsigned threads,
          bool own_phones) {
    const auto rows = tool::read_lines(in);
    std::vector<std::string> lines(rows.size());
    std::atomic<std::size_t> failed = 0;
    tool::for_each_row(rows.size(), threads, [&](std::size_t at) {
        auto asked = tool::asked_words(rows[at]);
        for (auto& word : asked) {
            if (own_phones) word.phones.clear();
        }
        const auto pcm = tool::read_audio(rows[at].at("audio").get<std::string>());
        AlignResult result;
        if (pcm) result = judge.judge(*pcm, asked);
        if (result.words.empty()) ++failed;
        lines[at] = to_json(rows[at].at("id").get<std::string>(), result, asked).dump();
    });
    std::ofstream file(out);
    for (const auto& line : lines) file << line << '\n';
    std::cerr << rows.size() - failed << " judged, " << failed << " could not be\n";
    return file.good() ? 0 : 1;
}

int one(const Judge& judge, const std::string& audio, const std::string& text) {
    const auto pcm = tool::read_audio(audio);
    if (!pcm) return tool::refused(pcm.error());
    const auto asked = tool::asked_words({{"text", text}});
    const auto result = judge.judge(*pcm, asked);
    if (result.words.empty()) {
        std::cerr << "the text cannot lie in this recording\n";
        return 1;
    }
    std::cout << to_json(audio, result, asked).dump(2) << '\n';
    return 0;
}

}  // namespace
}  // namespace lexi::ml

int main(int argc, char** argv) {
    using namespace lexi::ml;
    lexi::log::setup("lexi-pronounce", "ERROR");
    CLI::App app("Judges how recordings of known texts are pronounced.", "lexi-pronounce");
    JudgeFiles files{.recognizer = {.encoder = "ai-service/phones/phone-encoder-int8.onnx",
                                    .weights = tool::model("ggml-base.bin"),
                                    .head = "ai-service/phones/phone-head.onnx"},
                     .scorer = "ai-service/phones/pronunciation-scorer.onnx",
                     .dictionary = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict"};
    std::string audio, text;
    std::vector<std::string> in_out;
    unsigned threads = 2;
    bool own_phones = false;
    app.add_option("audio", audio, "WAV, MP3, OGG, WebM, M4A or FLAC");
    app.add_option("text", text, "what should be said in it");
    app.add_option("--batch", in_out,
                   R"(IN and OUT, JSON lines; IN: {"id", "audio", "text", "words"?})")
        ->expected(2);
    app.add_flag("--own-phones", own_phones, "do not take the phones that IN gives");
    app.add_option("--threads", threads, "recordings at a time");
    app.add_option("--encoder", files.recognizer.encoder, "the encoder's graph");
    app.add_option("--weights", files.recognizer.weights, "ggml-base.bin");
    app.add_option("--head", files.recognizer.head, "the phone head");
    app.add_option("--scorer", files.scorer, "the scorer");
    app.add_option("--dictionary", files.dictionary, "in CMUdict's format");
    CLI11_PARSE(app, argc, argv);
    if (in_out.empty() && (audio.empty() || text.empty())) {
        std::cerr << "lexi-pronounce needs AUDIO and TEXT, or --batch IN OUT\n";
        return 2;
    }
    const auto judge = Judge::load(files, in_out.empty() ? 2 : 1);
    if (!judge) {
        std::cerr << judge.error() << '\n';
        return 1;
    }
    return in_out.empty() ? one(**judge, audio, text)
                          : batch(**judge, in_out[0], in_out[1], threads, own_phones);
}
