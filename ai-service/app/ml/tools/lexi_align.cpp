// lexi-align: how each sound of a text was said, as JSON. With --pairs: how often the right text of
// a recording beats a wrong one (issue 3).
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "ml/phones/aligner.hpp"
#include "ml/tools/audio_file.hpp"
#include "ml/tools/tool.hpp"

namespace {

using nlohmann::ordered_json;
using namespace lexi::ml;

ordered_json to_json(const AlignResult& result) {
    ordered_json out{{"overall", result.overall},
                     {"coverage", result.coverage},
                     {"confidence", result.confidence}};
    for (const auto& word : result.words) {
        ordered_json one{
            {"word", word.word}, {"score", word.score}, {"start", word.start}, {"end", word.end}};
        for (const auto& phone : word.phones) {
            one["phones"].push_back({{"phone", phone.phone},
                                     {"ipa", phone.ipa},
                                     {"score", phone.score},
                                     {"start", phone.start},
                                     {"end", phone.end},
                                     {"heard", phone.heard}});
        }
        out["words"].push_back(std::move(one));
    }
    return out;
}

int align_one(PhoneAligner& aligner, const std::string& file, const std::string& text) {
    const auto pcm = tool::read_audio(file);
    if (!pcm) return tool::refused(pcm.error());
    const auto result = aligner.align(*pcm, text);
    if (!result) return tool::refused(result.error());
    std::cout << to_json(*result).dump(2) << '\n';
    return 0;
}

std::vector<nlohmann::json> read_lines(const std::string& path) {
    std::ifstream file(path);
    std::vector<nlohmann::json> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
}

// The texts go with recordings spread over the whole corpus; the wrong one is another's, of a like
// length, so that it is not given away by not fitting the time.
int compare_pairs(PhoneAligner& aligner, const std::string& corpus, std::size_t pairs,
                  double wanted) {
    const auto said = read_lines(corpus + "/utterances.jsonl");
    if (said.empty()) return tool::refused({.say = "There is no corpus at " + corpus + "."});
    const auto words = [&](std::size_t i) { return said[i].at("words").size(); };
    std::size_t right_wins = 0, done = 0;
    double right_sum = 0, wrong_sum = 0;
    for (; done < pairs; ++done) {
        const auto one = done * said.size() / pairs;
        auto other = (one + said.size() / 3) % said.size();
        while (words(other) != words(one) || said[other].at("text") == said[one].at("text")) {
            other = (other + 1) % said.size();
        }
        const auto id = said[one].at("id").get<std::string>();
        const auto pcm = tool::read_audio(corpus + "/audio/" + id + ".opus");
        if (!pcm) return tool::refused(pcm.error());
        const auto right = aligner.align(*pcm, said[one].at("text").get<std::string>());
        const auto wrong = aligner.align(*pcm, said[other].at("text").get<std::string>());
        if (!right) return tool::refused(right.error());
        if (!wrong) return tool::refused(wrong.error());
        right_wins += right->overall > wrong->overall ? 1 : 0;
        right_sum += right->overall;
        wrong_sum += wrong->overall;
    }
    const auto count = static_cast<double>(done);
    const double share = 100.0 * static_cast<double>(right_wins) / count;
    std::cout << "right text beats wrong text in " << right_wins << " of " << done << " pairs ("
              << share << " %); mean " << right_sum / count << " against " << wrong_sum / count
              << "; not aligned: " << aligner.status().counters.at("unaligned") << '\n';
    return share >= wanted ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    lexi::log::setup("lexi-align", "ERROR");
    CLI::App app("How each sound of a text was said, as JSON.", "lexi-align");
    AlignerConfig config;
    std::string file, text, corpus;
    std::size_t pairs = 100;
    double wanted = 85;
    app.add_option("file", file, "WAV, MP3, OGG, WebM, M4A or FLAC");
    app.add_option("text", text, "what should be said in it");
    app.add_option("--pairs", corpus,
                   "a folder like speechocean762: compare right and wrong texts");
    app.add_option("--count", pairs, "how many pairs")->check(CLI::PositiveNumber);
    app.add_option("--want", wanted, "per cent of pairs that the right text must win");
    app.add_option("--model", config.model_dir, "the folder of the acoustic model");
    CLI11_PARSE(app, argc, argv);
    if (corpus.empty() && (file.empty() || text.empty())) {
        std::cerr << "lexi-align needs FILE and TEXT, or --pairs FOLDER\n";
        return 2;
    }
    const auto aligner = make_pocketsphinx(config);
    if (!tool::ready(*aligner)) return 1;
    return corpus.empty() ? align_one(*aligner, file, text)
                          : compare_pairs(*aligner, corpus, pairs, wanted);
}
