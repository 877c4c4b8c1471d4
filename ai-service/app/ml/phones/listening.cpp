#include "ml/phones/listening.hpp"

namespace lexi::ml {
namespace {

// Beyond so many frames times phones the first pronunciation is taken: comparing whole texts would
// cost more than the judgement itself.
constexpr std::size_t kMostComparing = 60'000;

PhoneString joined(const std::vector<ExpectedPhones>& words) {
    PhoneString row;
    for (const auto& word : words) row.insert(row.end(), word.phones.begin(), word.phones.end());
    return row;
}

void choose(std::vector<ExpectedPhones>& words, std::size_t at,
            const std::vector<PhoneString>& ways, CtcFrames frames) {
    PhoneString best = ways.front();
    double highest = 0;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        words[at].phones = ways[i];
        const double likelihood = ctc_log_likelihood(frames, joined(words));
        if (i == 0 || likelihood > highest) {
            highest = likelihood;
            best = ways[i];
        }
    }
    words[at].phones = best;
}

std::vector<double> omissions(const Listening& heard, CtcFrames frames) {
    std::vector<double> found;
    for (std::size_t i = 0; i < heard.words.size(); ++i) {
        auto others = heard.words;
        others[i].phones.clear();
        found.push_back(ctc_log_likelihood(frames, joined(others)) - heard.evidence.log_likelihood);
    }
    return found;
}

}  // namespace

Listening listen(const PhoneListener& recognizer, const Lexicon& lexicon,
                 std::span<const float> pcm, const std::vector<AskedWord>& asked) {
    Listening heard;
    std::vector<std::vector<PhoneString>> ways;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto all = asked[i].phones.empty() ? lexicon.pronunciations(asked[i].text)
                                           : std::vector<PhoneString>{asked[i].phones};
        if (all.empty()) continue;
        heard.words.push_back({.text = asked[i].text, .phones = all.front()});
        heard.asked.push_back(i);
        ways.push_back(std::move(all));
    }
    if (heard.words.empty()) return heard;
    heard.frames = recognizer.frames(pcm);
    const CtcFrames frames{heard.frames.log_probability};
    const bool compared = frames.count() * joined(heard.words).size() <= kMostComparing;
    for (std::size_t i = 0; compared && i < ways.size(); ++i) {
        if (ways[i].size() > 1) choose(heard.words, i, ways[i], frames);
    }
    heard.evidence = ctc_evidence(frames, joined(heard.words));
    if (compared && heard.words.size() > 1) heard.omissions = omissions(heard, frames);
    return heard;
}

}  // namespace lexi::ml
