#include "ml/phones/features.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lexi::ml {
namespace {

constexpr float kMost = 20;         // of a log ratio: beyond it more says nothing more
constexpr float kPauseFrames = 18;  // between two phones' centres: longer is a pause
constexpr float kUsualFrames = 5;   // between two phones' centres in fluent speech
constexpr std::size_t kSpread = 2;  // frames on both sides that count to a phone's sound
constexpr std::size_t kHop = 320;   // samples a frame

float cut(float value) { return std::clamp(value, -kMost, kMost); }

float log_sum(std::span<const float> values) {
    const float most = std::ranges::max(values);
    float sum = 0;
    for (const float v : values) sum += std::exp(v - most);
    return most + std::log(sum);
}

// Root mean square of each frame's samples, in nepers relative to the recording's own.
std::vector<float> levels(std::span<const float> pcm, const PhoneFrames& frames) {
    std::vector<float> found(frames.frames, 0.0F);
    double all = 1e-8;
    for (const float s : pcm) all += s * s;
    const double mean = all / static_cast<double>(std::max<std::size_t>(1, pcm.size()));
    for (std::size_t f = 0; f < frames.frames; ++f) {
        const auto from = static_cast<std::ptrdiff_t>(std::lround(PhoneFrames::start(f) * 16000));
        double sum = 0;
        for (std::ptrdiff_t i = from; i < from + std::ptrdiff_t{kHop}; ++i) {
            if (i >= 0 && i < std::ssize(pcm))
                sum += pcm[static_cast<std::size_t>(i)] * pcm[static_cast<std::size_t>(i)];
        }
        found[f] = static_cast<float>(0.5 * std::log(((sum / kHop) + (mean * 1e-4)) / mean));
    }
    return found;
}

// The phone's share of each frame, widened, so that short peaks hear their surroundings; sums to 1.
std::vector<float> spread(const std::vector<float>& weight) {
    std::vector<float> wide(weight.size(), 0.0F);
    float sum = 1e-9F;
    for (std::size_t t = 0; t < weight.size(); ++t) {
        if (weight[t] < 1e-4F) continue;
        const auto from = t >= kSpread ? t - kSpread : 0;
        const auto to = std::min(t + kSpread, weight.size() - 1);
        for (std::size_t i = from; i <= to; ++i) {
            wide[i] += weight[t];
            sum += weight[t];
        }
    }
    for (float& w : wide) w /= sum;
    return wide;
}

void add_pooled(std::vector<float>& out, const PhoneFrames& frames,
                const std::vector<float>& weight) {
    const auto row = frames.kept * frames.width;
    const auto begin = out.size();
    out.resize(begin + row, 0.0F);
    for (std::size_t t = 0; t < frames.frames; ++t) {
        if (weight[t] < 1e-6F) continue;
        const float* from = &frames.layers[t * row];
        for (std::size_t i = 0; i < row; ++i) out[begin + i] += weight[t] * from[i];
    }
}

struct Position {
    bool first = false, last = false;  // of its word
    float before = 0, after = 0;       // frames to the neighbours' centres
    std::size_t length = 0;            // of the word, in phones
    float level = 0;
};

void add_figures(std::vector<float>& out, const PhoneEvidence& phone, std::size_t symbol,
                 const PhoneRow& after, const Position& at) {
    auto others = phone.exchanges(symbol);
    for (const float r : phone.substitution) out.push_back(cut(r));
    std::ranges::partial_sort(others, others.begin() + 2, std::greater());
    out.insert(
        out.end(),
        {cut(phone.deletion), cut(log_sum(others)), cut(others[0]), cut(others[1]),
         cut(log_sum(phone.insertion_before)), cut(log_sum(after)),
         std::log(phone.occupancy + 1e-3F), std::max(phone.own, -kMost),
         std::max(phone.best_other, -kMost) - std::max(phone.own, -kMost),
         std::log1p(std::max(0.0F, at.before)), std::log1p(std::max(0.0F, at.after)), at.level});
    out.insert(
        out.end(),
        {at.first ? 1.0F : 0.0F, at.last ? 1.0F : 0.0F, std::log(static_cast<float>(at.length)),
         at.before > kPauseFrames ? 1.0F : 0.0F, at.after > kPauseFrames ? 1.0F : 0.0F,
         std::max(phone.own, -kMost) > std::max(phone.best_other, -kMost) ? 1.0F : 0.0F});
    static_assert(kPhones.size() + 12 + 6 + 1 == kPhoneFigures);
    out.push_back(std::max(cut(others[0]), cut(phone.deletion)));
}

std::vector<float> whole_figures(const CtcEvidence& evidence, std::size_t frames,
                                 std::size_t words) {
    const auto count = static_cast<float>(evidence.phones.size());
    const auto time = static_cast<float>(frames);
    float pauses = 0, paused = 0, longest = 0, own = 0, doubted = 0;
    for (std::size_t i = 0; i < evidence.phones.size(); ++i) {
        const auto& phone = evidence.phones[i];
        own += std::max(phone.own, -kMost);
        doubted += phone.own < phone.best_other ? 1.0F : 0.0F;
        if (i == 0) continue;
        const float gap = phone.centre - evidence.phones[i - 1].centre;
        longest = std::max(longest, gap);
        if (gap > kPauseFrames) ++pauses;
        if (gap > kPauseFrames) paused += gap - kUsualFrames;
    }
    const float span =
        std::max(1.0F, evidence.phones.back().centre - evidence.phones.front().centre);
    const auto per_frame = [time](double value) { return static_cast<float>(value / time); };
    return {std::log(time),
            std::log(count),
            std::log(static_cast<float>(words)),
            count / span,
            span / time,
            paused / span,
            pauses / static_cast<float>(words),
            std::log1p(longest),
            std::max(-kMost, per_frame(evidence.log_likelihood - evidence.best_path)),
            std::max(-kMost, per_frame(evidence.best_path)),
            own / count,
            doubted / count};
}

}  // namespace

JudgeFeatures judge_features(const std::vector<ExpectedPhones>& words, const CtcEvidence& evidence,
                             const PhoneFrames& frames, std::span<const float> pcm) {
    JudgeFeatures found;
    const auto level = levels(pcm, frames);
    std::size_t at = 0;
    for (std::size_t w = 0; w < words.size(); ++w) {
        const auto& phones = words[w].phones;
        for (std::size_t i = 0; i < phones.size(); ++i, ++at) {
            const auto& phone = evidence.phones[at];
            const bool end = at + 1 == evidence.phones.size();
            const auto weight = spread(phone.weight);
            const Position position{
                .first = i == 0,
                .last = i + 1 == phones.size(),
                .before = at == 0 ? phone.centre : phone.centre - evidence.phones[at - 1].centre,
                .after = end ? static_cast<float>(frames.frames) - phone.centre
                             : evidence.phones[at + 1].centre - phone.centre,
                .length = phones.size(),
                .level = std::inner_product(weight.begin(), weight.end(), level.begin(), 0.0F)};
            found.phones.push_back(static_cast<std::int64_t>(phones[i]));
            found.words.push_back(w);
            add_figures(found.figures, phone, phones[i], evidence.insertion_after(at), position);
            add_pooled(found.pooled, frames, weight);
        }
    }
    found.whole = whole_figures(evidence, frames.frames, words.size());
    add_pooled(found.whole_pooled, frames,
               std::vector(frames.frames, 1.0F / static_cast<float>(frames.frames)));
    return found;
}

}  // namespace lexi::ml
