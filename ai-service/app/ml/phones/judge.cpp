#include "ml/phones/judge.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ml/phones/ctc_model.hpp"

namespace lexi::ml {
namespace {

constexpr double kNear = 10;  // points of 100: confidence is the probability to be off by less
constexpr double kUnmeasured = 0.5;  // confidence in a model that nobody compared with experts here
constexpr double kLongestHalf = 0.15;  // seconds from a sound's centre to its end

double seconds(float frame) {
    // A frame stands for its middle.
    return PhoneFrames::start(0) + (PhoneFrames::kSeconds * (static_cast<double>(frame) + 0.5));
}

// CTC tells where a sound is, not where it ends: the end is halfway to the next one's centre.
std::pair<double, double> span_of(const CtcEvidence& evidence, std::size_t at, double duration) {
    const double centre = seconds(evidence.phones[at].centre);
    double start = centre - kLongestHalf, end = centre + kLongestHalf;
    if (at > 0) start = std::max(start, (seconds(evidence.phones[at - 1].centre) + centre) / 2);
    if (at + 1 < evidence.phones.size()) {
        end = std::min(end, (seconds(evidence.phones[at + 1].centre) + centre) / 2);
    }
    return {std::clamp(start, 0.0, duration), std::clamp(end, 0.0, duration)};
}

}  // namespace

PhoneScore Judge::phone_score(const Listening& heard, const ExpertScores& scores, std::size_t at,
                              std::size_t symbol, double duration) const {
    const auto& phone = heard.evidence.phones[at];
    const auto [start, end] = span_of(heard.evidence, at, duration);
    const std::string name(kPhones[symbol]);
    return {.phone = name,
            .ipa = arpabet_to_ipa(name),
            .start = start,
            .end = end,
            .score = scores.phones[at],
            .heard = plainly_heard(phone, symbol, scores.errors[at], told_),
            .nbest = heard_as(phone, symbol),
            .errors = scores.errors[at]};
}

void Judge::add_word(AlignResult& result, const Listening& heard, const ExpertScores& scores,
                     std::size_t word, std::size_t from, double duration) const {
    const auto& expected = heard.words[word];
    WordScore made{.word = expected.text, .score = scores.words[word]};
    for (std::size_t i = 0; i < expected.phones.size(); ++i) {
        const auto at = from + i;
        made.phones.push_back(phone_score(heard, scores, at, expected.phones[i], duration));
        auto added = plainly_added(heard.evidence.insertion_after(at), scores.errors[at].followed,
                                   told_.followed);
        if (!added.empty()) made.added.push_back({.phone = std::move(added), .before = i + 1});
    }
    if (!heard.omissions.empty()) made.omission = heard.omissions[word];
    made.start = made.phones.front().start;
    made.end = made.phones.back().end;
    result.words.push_back(std::move(made));
}

std::expected<std::shared_ptr<Judge>, std::string> Judge::load(const JudgeFiles& files,
                                                               int threads) {
    auto lexicon = Lexicon::load(files.dictionary);
    if (!lexicon) return std::unexpected(lexicon.error());
    if (!files.other_model.empty()) {
        auto model = CtcModel::load(files.other_model, threads);
        if (!model) return std::unexpected(model.error());
        return std::shared_ptr<Judge>(new Judge(*model, nullptr, std::move(*lexicon)));
    }
    auto recognizer = PhoneRecognizer::load(files.recognizer, threads);
    if (!recognizer) return std::unexpected(recognizer.error());
    auto scorer = ScorerModel::load(files.scorer);
    if (!scorer) return std::unexpected(scorer.error());
    std::shared_ptr<Judge> made(new Judge(*recognizer, *scorer, std::move(*lexicon)));
    try {
        // Files that do not fit together must fail here, not at the first recording.
        made->judge(std::vector<float>(16000), {{.text = "a", .phones = {2}}});
    } catch (const Ort::Exception&) {
        return std::unexpected("the scorer does not fit the phone model");
    }
    return made;
}

AlignResult Judge::judge(std::span<const float> pcm, const std::vector<AskedWord>& words) const {
    AlignResult result;
    const auto heard = listen(*listener_, lexicon_, pcm, words);
    if (heard.evidence.phones.empty()) return result;
    const auto scores =
        scorer_ ? scorer_->score(judge_features(heard.words, heard.evidence, heard.frames, pcm))
                : likelihood_scores(heard.words, heard.evidence);
    const double duration = static_cast<double>(pcm.size()) / 16000;
    std::size_t at = 0, plain = 0;
    for (std::size_t word = 0; word < heard.words.size(); ++word) {
        add_word(result, heard, scores, word, at, duration);
        at += heard.words[word].phones.size();
        for (const auto& phone : result.words.back().phones) {
            plain += phone.heard == phone.phone ? 1 : 0;
        }
    }
    result.coverage = static_cast<double>(plain) / static_cast<double>(at);
    result.overall = scores.overall;
    result.speech_start = result.words.front().start;
    result.speech_end = result.words.back().end;
    if (!scorer_) {
        result.confidence = kUnmeasured;
        return result;
    }
    result.confidence = std::erf(kNear / (scores.overall_error * std::numbers::sqrt2));
    result.ratings = Ratings{.accuracy = scores.accuracy,
                             .fluency = scores.fluency,
                             .prosody = scores.prosody,
                             .overall = scores.overall};
    return result;
}

std::vector<std::string> Judge::phones_of(const std::string& word) const {
    std::vector<std::string> names;
    const auto ways = lexicon_.pronunciations(word);
    if (ways.empty()) return names;
    for (const auto phone : ways.front()) names.emplace_back(kPhones[phone]);
    return names;
}

}  // namespace lexi::ml
