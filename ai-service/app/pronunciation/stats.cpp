#include "pronunciation/stats.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "ml/phones/aligner.hpp"

namespace lexi::pronunciation {
namespace {

constexpr std::int64_t kAskedEnough = 3;
constexpr std::size_t kTrendFrom = 6;
constexpr std::size_t kMostWeak = 5;
constexpr std::size_t kMostDrills = 6;
constexpr std::int64_t kOften = 2;  // once may be the judge's mistake
constexpr double kWeak = 70;

double rounded(double score) { return std::round(score * 10) / 10; }

double mean(std::span<const double> scores) {
    return std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
}

struct Tally {
    std::vector<double> scores;  // newest first
    std::map<std::string, std::int64_t> heard_as;
    std::map<std::string, std::vector<double>> days;
};

struct Mistake {
    std::string expected, heard, pattern;
    auto operator<=>(const Mistake&) const = default;
};
struct Made {
    std::int64_t times = 0;
    std::string severity;
    std::vector<std::string> words;
};

std::optional<double> trend_of(std::span<const double> newest_first) {
    if (newest_first.size() < kTrendFrom) return std::nullopt;
    const auto half = newest_first.size() / 2;
    return rounded(mean(newest_first.first(half)) - mean(newest_first.last(half)));
}

PhonemeStats stats_for(const std::string& phoneme, const Tally& tally) {
    PhonemeStats stats{.phoneme = phoneme,
                       .ipa = ml::arpabet_to_ipa(phoneme),
                       .count = static_cast<std::int64_t>(tally.scores.size()),
                       .mean_score = rounded(mean(tally.scores)),
                       .often_heard_as = {},
                       .trend = trend_of(tally.scores),
                       .days = {}};
    std::int64_t most = 0;
    for (const auto& [other, times] : tally.heard_as) {
        if (times > most) {
            most = times;
            stats.often_heard_as = other;
        }
    }
    for (const auto& [date, scores] : tally.days) {
        stats.days.push_back({.date = date,
                              .mean_score = rounded(mean(scores)),
                              .count = static_cast<std::int64_t>(scores.size())});
    }
    return stats;
}

std::string ipa_of(const std::string& phone) {
    return phone.empty() ? std::string() : ml::arpabet_to_ipa(phone);
}

int cost(const std::string& severity) {
    return severity == "high" ? 3 : severity == "medium" ? 2 : 1;
}

// What was made most often and costs a listener most comes first.
std::vector<DrillView> drills_of(const std::map<Mistake, Made>& mistakes) {
    std::vector<DrillView> drills;
    for (const auto& [mistake, made] : mistakes) {
        if (made.times < kOften) continue;
        drills.push_back({.expected = mistake.expected,
                          .expected_ipa = ipa_of(mistake.expected),
                          .heard = mistake.heard,
                          .heard_ipa = ipa_of(mistake.heard),
                          .pattern = mistake.pattern,
                          .severity = made.severity,
                          .words = made.words,
                          .times = made.times});
    }
    std::ranges::stable_sort(drills, std::greater(), [](const DrillView& drill) {
        return drill.times * cost(drill.severity);
    });
    if (drills.size() > kMostDrills) drills.resize(kMostDrills);
    return drills;
}

}  // namespace

StatsView stats_of(const std::vector<AnalysisDocument>& analyses) {
    StatsView view{.analyses = static_cast<std::int64_t>(analyses.size())};
    std::map<std::string, Tally> tallies;
    std::map<Mistake, Made> mistakes;
    double overall = 0;
    for (const auto& one : analyses) {
        overall += one.analysis.overallScore;
        const auto date = to_rfc3339(core::loaded(one.createdAt)).substr(0, 10);
        for (const auto& phone : one.analysis.phonemeScores) {
            auto& tally = tallies[phone.phoneme];
            tally.scores.push_back(phone.score);
            tally.days[date].push_back(phone.score);
            if (!phone.actual.empty() && phone.actual != phone.expected)
                ++tally.heard_as[phone.actual];
        }
        for (const auto& word : one.analysis.words) {
            for (const auto& phone : word.phonemes) {
                if (phone.practice.empty()) continue;
                auto& made = mistakes[{phone.expected, phone.actual, phone.pattern}];
                ++made.times;
                made.severity = phone.severity;
                made.words = phone.practice;
            }
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
    view.drills = drills_of(mistakes);
    return view;
}

}  // namespace lexi::pronunciation
