#include "pronunciation/stats.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ml/phones/aligner.hpp"

namespace lexi::pronunciation {
namespace {

constexpr std::int64_t kAskedEnough = 3;
constexpr std::size_t kMostWeak = 5;
constexpr double kWeak = 70;

struct Tally {
    std::int64_t count = 0;
    double total = 0;
    std::map<std::string, std::int64_t> heard_as;
};

double rounded(double score) { return std::round(score * 10) / 10; }

PhonemeStats stats_for(const std::string& phoneme, const Tally& tally) {
    PhonemeStats stats{.phoneme = phoneme,
                       .ipa = ml::arpabet_to_ipa(phoneme),
                       .count = tally.count,
                       .mean_score = rounded(tally.total / static_cast<double>(tally.count)),
                       .often_heard_as = {}};
    std::int64_t most = 0;
    for (const auto& [other, times] : tally.heard_as) {
        if (times > most) {
            most = times;
            stats.often_heard_as = other;
        }
    }
    return stats;
}

}  // namespace

StatsView stats_of(const std::vector<AnalysisDocument>& analyses) {
    StatsView view{.analyses = static_cast<std::int64_t>(analyses.size())};
    std::map<std::string, Tally> tallies;
    double overall = 0;
    for (const auto& one : analyses) {
        overall += one.analysis.overallScore;
        for (const auto& phone : one.analysis.phonemeScores) {
            auto& tally = tallies[phone.phoneme];
            ++tally.count;
            tally.total += phone.score;
            if (!phone.actual.empty() && phone.actual != phone.expected)
                ++tally.heard_as[phone.actual];
        }
    }
    if (!analyses.empty())
        view.mean_overall = rounded(overall / static_cast<double>(analyses.size()));
    for (const auto& [phoneme, tally] : tallies) view.phonemes.push_back(stats_for(phoneme, tally));
    for (const auto& phone : view.phonemes) {
        if (phone.count >= kAskedEnough && phone.mean_score < kWeak) view.weakest.push_back(phone);
    }
    std::ranges::stable_sort(view.weakest, {}, &PhonemeStats::mean_score);
    if (view.weakest.size() > kMostWeak) view.weakest.resize(kMostWeak);
    return view;
}

}  // namespace lexi::pronunciation
