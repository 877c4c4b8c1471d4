#include "ml/phones/scoring.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ml/phones/arpabet.hpp"

namespace lexi::ml {
namespace {

constexpr double kFrame = 0.01;  // seconds
constexpr double kSpoken = 40;   // a phone with this score was plainly spoken
constexpr double kTrusted = 65;  // the free loop errs more often than a sound this good is wrong
constexpr double kGuessed = 30;  // what a phone found by order alone is worth
constexpr int kShortest = 3;     // frames: a phone this short may be the path's way past a gap

// Ends of the scale and each phone's median, as ln(-log likelihood a frame).
constexpr double kBest = 2.75;
constexpr double kWorst = 4.70;
constexpr double kMedian = 2.82;
const std::map<std::string, double, std::less<>> kMedians = {
    {"AA", 2.4}, {"AE", 2.3}, {"AH", 3.0}, {"AO", 2.6}, {"AW", 2.5}, {"AY", 2.6}, {"B", 2.8},
    {"CH", 2.4}, {"D", 3.2},  {"DH", 3.0}, {"EH", 2.7}, {"ER", 3.3}, {"EY", 2.4}, {"F", 2.8},
    {"G", 2.8},  {"HH", 2.4}, {"IH", 2.9}, {"IY", 2.4}, {"JH", 2.8}, {"K", 2.8},  {"L", 3.2},
    {"M", 2.8},  {"N", 2.9},  {"NG", 2.9}, {"OW", 2.5}, {"OY", 2.5}, {"P", 3.2},  {"R", 3.0},
    {"S", 2.5},  {"SH", 2.2}, {"T", 3.0},  {"TH", 3.0}, {"UH", 3.0}, {"UW", 2.9}, {"V", 3.1},
    {"W", 2.7},  {"Y", 2.5},  {"Z", 2.6}};

bool is_speech(const Segment& segment) {
    return segment.phone != "SIL" && !segment.phone.starts_with('+');
}

void sum_up(AlignResult& result) {
    double total = 0, spoken = 0, count = 0;
    for (auto& word : result.words) {
        double sum = 0;
        for (const auto& phone : word.phones) {
            sum += phone.score;
            spoken += phone.score >= kSpoken ? 1 : 0;
        }
        const auto phones = static_cast<double>(word.phones.size());
        word.score = phones > 0 ? sum / phones : 0;
        if (phones > 0) {
            word.start = word.phones.front().start;
            word.end = word.phones.back().end;
        }
        total += sum;
        count += phones;
    }
    if (count == 0) return;
    result.overall = total / count;
    result.coverage = spoken / count;
    result.speech_start = result.words.front().start;
    result.speech_end = result.words.back().end;
}

}  // namespace

double phone_score(const std::string& phone, double per_frame) {
    const auto median = kMedians.find(phone);
    const double shift = median == kMedians.end() ? 0 : median->second - kMedian;
    const double bad = std::log(std::max(1.0, -per_frame)) - shift / 2;
    return std::clamp(100 * (kWorst - bad) / (kWorst - kBest), 0.0, 100.0);
}

std::string heard_at(const Segment& sound, const std::vector<Segment>& free) {
    std::string best;
    int most = 0;
    for (const auto& other : free) {
        const int overlap = std::min(sound.start + sound.frames, other.start + other.frames) -
                            std::max(sound.start, other.start);
        if (overlap <= 0) continue;
        if (other.phone == sound.phone && 3 * overlap >= sound.frames) return sound.phone;
        if (overlap > most) {
            most = overlap;
            best = is_speech(other) ? other.phone : "";
        }
    }
    return best;
}

AlignResult score_alignment(const std::vector<ExpectedWord>& words,
                            const std::vector<AlignedWord>& aligned,
                            const std::vector<Segment>& free) {
    AlignResult result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        WordScore word{.word = words[i].text, .start = 0, .end = 0, .score = 0, .phones = {}};
        for (const auto& sound : aligned[i].phones) {
            PhoneScore phone{
                .phone = sound.phone,
                .ipa = arpabet_to_ipa(sound.phone),
                .start = sound.start * kFrame,
                .end = (sound.start + sound.frames) * kFrame,
                .score = phone_score(sound.phone, sound.score / std::max(1, sound.frames)),
                .heard = sound.phone};
            if (phone.score < kTrusted) {
                const bool gap = sound.frames <= kShortest && phone.score < kSpoken / 2;
                phone.heard = gap ? "" : heard_at(sound, free);
            }
            word.phones.push_back(std::move(phone));
        }
        result.words.push_back(std::move(word));
    }
    sum_up(result);
    // A text that was not said scores 20-45 on chance likenesses; from 60 on it surely was said.
    result.confidence = std::clamp((result.overall - 20) / 40, 0.05, 1.0);
    return result;
}

std::vector<int> match_phones(const std::vector<std::string>& expected,
                              const std::vector<std::string>& heard) {
    const auto rows = expected.size() + 1, columns = heard.size() + 1;
    constexpr double kGap = 0.6;
    std::vector<std::vector<double>> cost(rows, std::vector<double>(columns, 0));
    for (std::size_t i = 1; i < rows; ++i) cost[i][0] = static_cast<double>(i) * kGap;
    for (std::size_t j = 1; j < columns; ++j) cost[0][j] = static_cast<double>(j) * kGap;
    const auto change = [&](std::size_t i, std::size_t j) {
        return cost[i - 1][j - 1] + phone_distance(expected[i - 1], heard[j - 1]);
    };
    for (std::size_t i = 1; i < rows; ++i) {
        for (std::size_t j = 1; j < columns; ++j) {
            cost[i][j] = std::min({change(i, j), cost[i - 1][j] + kGap, cost[i][j - 1] + kGap});
        }
    }
    std::vector<int> match(expected.size(), -1);
    std::size_t i = expected.size(), j = heard.size();
    while (i > 0 && j > 0) {
        if (cost[i][j] == change(i, j)) {
            match[--i] = static_cast<int>(--j);
        } else if (cost[i][j] == cost[i - 1][j] + kGap) {
            --i;
        } else {
            --j;
        }
    }
    return match;
}

AlignResult score_by_order(const std::vector<ExpectedWord>& words,
                           const std::vector<Segment>& free) {
    std::vector<Segment> sounds;
    std::ranges::copy_if(free, std::back_inserter(sounds), is_speech);
    std::vector<std::string> expected, heard;
    for (const auto& word : words) {
        expected.insert(expected.end(), word.phones.begin(), word.phones.end());
    }
    for (const auto& sound : sounds) heard.push_back(sound.phone);
    const auto match = match_phones(expected, heard);
    AlignResult result;
    std::size_t at = 0;
    double reached = sounds.empty() ? 0 : sounds.front().start * kFrame;
    for (const auto& word : words) {
        WordScore scored{.word = word.text, .start = 0, .end = 0, .score = 0, .phones = {}};
        for (const auto& phone : word.phones) {
            PhoneScore one{.phone = phone,
                           .ipa = arpabet_to_ipa(phone),
                           .start = reached,
                           .end = reached,
                           .score = 0,
                           .heard = ""};
            if (const int found = match[at++]; found >= 0) {
                const auto& sound = sounds[static_cast<std::size_t>(found)];
                one.start = sound.start * kFrame;
                one.end = reached = (sound.start + sound.frames) * kFrame;
                one.heard = sound.phone;
                one.score = kGuessed * (1 - phone_distance(phone, sound.phone));
            }
            scored.phones.push_back(std::move(one));
        }
        result.words.push_back(std::move(scored));
    }
    sum_up(result);
    result.confidence = 0.05;
    return result;
}

}  // namespace lexi::ml
