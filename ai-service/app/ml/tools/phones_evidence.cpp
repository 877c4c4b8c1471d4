// The likeliest single edits of each recording's text, for choosing thresholds and for measuring.
#include <algorithm>
#include <atomic>
#include <fstream>
#include <iostream>
#include <thread>

#include "ml/tools/audio_file.hpp"
#include "ml/tools/phones_jobs.hpp"

namespace lexi::ml::tool {
namespace {

using nlohmann::ordered_json;

ordered_json likeliest(const PhoneRow& row) {
    const auto best = std::ranges::max_element(row);
    return {{"phone", kPhones[static_cast<std::size_t>(best - row.begin())]}, {"ratio", *best}};
}

ordered_json evidence_json(const std::string& id, const Listening& heard) {
    ordered_json row{{"id", id}, {"phones", ordered_json::array()}};
    std::size_t at = 0;
    for (const auto& word : heard.words) {
        for (const auto symbol : word.phones) {
            const auto& phone = heard.evidence.phones[at++];
            row["phones"].push_back({{"phone", kPhones[symbol]},
                                     {"deletion", phone.deletion},
                                     {"substitution", likeliest(phone.exchanges(symbol))},
                                     {"insertion", likeliest(phone.insertion_before)}});
        }
    }
    row["insertion_last"] = likeliest(heard.evidence.insertion_last);
    return row;
}

}  // namespace

int evidence(const FeaturesJob& job) {
    const auto ears = open_ears(job);
    if (!ears) return 1;
    const auto rows = read_lines(job.in);
    std::vector<std::string> lines(rows.size());
    for_each_row(rows.size(), job.threads, [&](std::size_t at) {
        const auto pcm = read_audio(rows[at].at("audio").get<std::string>());
        if (!pcm) return;
        const auto heard = listen(*ears->recognizer, ears->lexicon, *pcm, asked_words(rows[at]));
        if (heard.evidence.phones.empty()) return;
        lines[at] = evidence_json(rows[at].at("id").get<std::string>(), heard).dump();
    });
    std::ofstream out(job.out);
    for (const auto& line : lines) {
        if (!line.empty()) out << line << '\n';
    }
    return out.good() ? 0 : 1;
}

}  // namespace lexi::ml::tool
