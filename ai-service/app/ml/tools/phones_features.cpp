// The figures that the scorer is trained on.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "ml/phones/listening.hpp"
#include "ml/tools/audio_file.hpp"
#include "ml/tools/phones_jobs.hpp"
#include "ml/tools/tool.hpp"

namespace lexi::ml::tool {
namespace {

template <class T>
void put(std::ofstream& out, const std::vector<T>& values) {
    out.write(reinterpret_cast<const char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(T)));
}

std::vector<Ort::Float16_t> halves(const std::vector<float>& values) {
    std::vector<Ort::Float16_t> half(values.size());
    std::ranges::transform(values, half.begin(), [](float v) { return Ort::Float16_t(v); });
    return half;
}

// int32 phones, words, figures, whole figures, pooled; int32 phone, int32 word of each phone;
// float figures, whole; 16-bit float pooled, whole pooled.
bool write(const std::string& path, const JudgeFeatures& found) {
    std::ofstream out(path, std::ios::binary);
    const auto integer = [](std::size_t n) { return static_cast<std::int32_t>(n); };
    put(out, std::vector<std::int32_t>{integer(found.phones.size()),
                                       integer(found.words.back() + 1), integer(kPhoneFigures),
                                       integer(kWholeFigures), integer(found.whole_pooled.size())});
    put(out, std::vector<std::int32_t>(found.phones.begin(), found.phones.end()));
    put(out, std::vector<std::int32_t>(found.words.begin(), found.words.end()));
    put(out, found.figures);
    put(out, found.whole);
    put(out, halves(found.pooled));
    put(out, halves(found.whole_pooled));
    return out.good();
}

bool one(const FeaturesJob& job, const Ears& ears, const nlohmann::json& row) {
    const auto pcm = read_audio(row.at("audio").get<std::string>());
    if (!pcm) return false;
    const auto heard = listen(*ears.recognizer, ears.lexicon, *pcm, asked_words(row));
    if (heard.evidence.phones.empty()) return false;
    const auto found = judge_features(heard.words, heard.evidence, heard.frames, *pcm);
    return write(job.out + "/" + row.at("id").get<std::string>() + ".bin", found);
}

}  // namespace

std::optional<Ears> open_ears(const FeaturesJob& job) {
    auto recognizer = PhoneRecognizer::load(job.files, 1);
    auto lexicon = Lexicon::load(job.dictionary);
    if (recognizer && lexicon) return Ears{std::move(*recognizer), std::move(*lexicon)};
    std::cerr << (recognizer ? lexicon.error() : recognizer.error()) << '\n';
    return std::nullopt;
}

int features(const FeaturesJob& job) {
    const auto ears = open_ears(job);
    if (!ears) return 1;
    const auto rows = read_lines(job.in);
    std::filesystem::create_directories(job.out);
    std::atomic<std::size_t> failed = 0;
    for_each_row(rows.size(), job.threads, [&](std::size_t at) {
        if (one(job, *ears, rows[at])) return;
        ++failed;
        std::cerr << rows[at].at("id").get<std::string>() + " cannot be judged\n";
    });
    std::cout << rows.size() - failed << " written, " << failed << " failed\n";
    return 0;
}

}  // namespace lexi::ml::tool
