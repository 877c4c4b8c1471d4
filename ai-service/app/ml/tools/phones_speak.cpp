// Speaks texts with a learner's error in each, for training and for measuring.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "ml/audio/audio.hpp"
#include "ml/phones/injection.hpp"
#include "ml/piper/espeak.hpp"
#include "ml/piper/phoneme_ids.hpp"
#include "ml/piper/piper_voice.hpp"
#include "ml/tools/phones_jobs.hpp"

namespace lexi::ml::tool {
namespace {

constexpr std::array<std::string_view, 3> kKinds{"deletion", "substitution", "insertion"};

// As Piper's voices were trained, without the flags around what espeak-ng says in another language.
std::string ipa_of(const std::string& text) {
    const auto clauses = Espeak::get().clauses(text, "en-us");
    if (!clauses) return {};
    std::string ipa;
    for (const auto& clause : *clauses) {
        if (clause.ipa.empty()) continue;
        ipa += (ipa.empty() ? "" : " ") + clause.ipa + clause.mark;
    }
    for (auto at = ipa.find('('); at != std::string::npos; at = ipa.find('(')) {
        ipa.erase(at, ipa.find(')', at) - at + 1);
    }
    if (!ipa.empty() && !std::string_view(".?!").contains(ipa.back())) ipa += '.';
    return ipa;
}

bool write_sound(const std::string& path, const std::vector<float>& sound, std::uint32_t rate) {
    std::vector<std::int16_t> pcm;
    for (const float s : sound) {
        pcm.push_back(static_cast<std::int16_t>(std::lround(std::clamp(s, -1.0F, 1.0F) * 32767)));
    }
    const auto bytes = encode_audio(pcm, rate, AudioFormat::flac);
    std::ofstream out(path, std::ios::binary);
    return bytes && out.write(bytes->data(), static_cast<std::streamsize>(bytes->size())).good();
}

nlohmann::ordered_json label(const std::string& id, const std::string& audio,
                             const std::string& text, const SpokenText& spoken) {
    nlohmann::ordered_json row{{"id", id}, {"audio", audio}, {"text", text}};
    for (const auto& word : spoken.expected) {
        std::string name;
        for (const auto& phone : word) name += phone;
        row["words"].push_back({{"text", name}, {"phones", word}});
    }
    row["spoken"] = spoken.spoken;
    row["errors"] = nlohmann::ordered_json::array();
    for (const auto& error : spoken.errors) {
        row["errors"].push_back({{"kind", kKinds[static_cast<std::size_t>(error.kind)]},
                                 {"place", error.place},
                                 {"from", error.from},
                                 {"to", error.to}});
    }
    return row;
}

// The text right, and its wrong versions.
std::vector<SpokenText> versions(const std::string& ipa, const SpeakJob& job, std::size_t count,
                                 std::mt19937& random) {
    std::vector<SpokenText> made{without_error(ipa)};
    for (unsigned i = 0; i < job.versions; ++i) {
        made.push_back(job.share > 0 ? with_errors(ipa, job.share, random)
                                     : with_error(ipa, static_cast<ErrorKind>(count % 3), random));
        if (made.back().errors.empty()) made.pop_back();
    }
    return made;
}

}  // namespace

int speak(const SpeakJob& job) {
    const auto voice = PiperVoice::load(job.voice, 2);
    if (!voice) {
        std::cerr << voice.error() << '\n';
        return 1;
    }
    std::ifstream in(job.in);
    std::filesystem::create_directories(job.out + "/audio");
    std::ofstream labels(job.out + "/labels.jsonl");
    std::mt19937 random(job.seed);
    std::size_t count = 0;
    for (std::string text; std::getline(in, text);) {
        const auto ipa = ipa_of(text);
        const auto all =
            ipa.empty() ? std::vector<SpokenText>{} : versions(ipa, job, count, random);
        if (all.size() < 2) continue;
        const double length = 0.9 + (0.05 * static_cast<double>(random() % 8));
        const auto name = job.prefix + std::to_string(count++);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto id = name + (i == 0   ? "-right"
                                    : i == 1 ? "-wrong"
                                             : "-wrong" + std::to_string(i));
            const auto file = job.out + "/audio/" + id + ".flac";
            if (!write_sound(file,
                             (*voice)->speak({{.ipa = all[i].ipa, .word = 0}}, length).samples,
                             (*voice)->sample_rate())) {
                std::cerr << "cannot write " << file << '\n';
                return 1;
            }
            labels << label(id, file, text, all[i]).dump() << '\n';
        }
    }
    std::cout << count << " texts spoken\n";
    return 0;
}

}  // namespace lexi::ml::tool
