#include "ml/phones/ctc.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lexi::ml {
namespace {

constexpr double kNothing = -std::numeric_limits<double>::infinity();
constexpr double kLargest = 600;  // exponents beyond it would leave the range of double

double log_add(double a, double b) {
    if (a == kNothing) return b;
    if (b == kNothing) return a;
    return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b)));
}

double bounded_exp(double x) {
    return x == kNothing ? 0.0 : std::exp(std::clamp(x, -kLargest, kLargest));
}

// The states of a row: a blank before each phone and after the last (odd states are phones).
class Lattice {
public:
    Lattice(CtcFrames frames, std::span<const std::size_t> row)
        : frames_(frames), row_(row), states_((2 * row.size()) + 1), count_(frames.count()) {
        run_forward();
    }

    std::size_t frames() const { return count_; }
    std::size_t states() const { return states_; }
    double log_likelihood() const { return total_; }
    double probability(std::size_t frame, std::size_t symbol) const {
        return probability_[(frame * kSymbols) + symbol];
    }
    /// log P(frames up to and with `t`, state).
    double forward(std::size_t t, std::size_t state) const {
        return forward_[(t * states_) + state];
    }
    /// log P(frames after `t` | state at t).
    double backward(std::size_t t, std::size_t state) const {
        return backward_[(t * states_) + state];
    }
    double emission(std::size_t t, std::size_t state) const {
        return frames_.at(t)[state % 2 == 0 ? kBlank : row_[state / 2]];
    }
    /// Also what only edits need.
    void run_backward();

private:
    bool may_skip(std::size_t state) const {  // from the phone before, without a blank
        return state >= 3 && state % 2 == 1 && row_[state / 2] != row_[(state / 2) - 1];
    }
    void run_forward();

    CtcFrames frames_;
    std::span<const std::size_t> row_;
    std::size_t states_;
    std::size_t count_;
    std::vector<double> forward_, backward_, probability_;
    double total_ = kNothing;
};

void Lattice::run_forward() {
    forward_.assign(count_ * states_, kNothing);
    if (count_ == 0) return;
    forward_[0] = emission(0, 0);
    forward_[1] = emission(0, 1);
    for (std::size_t t = 1; t < count_; ++t) {
        const double* before = &forward_[(t - 1) * states_];
        for (std::size_t s = 0; s < states_; ++s) {
            double sum = before[s];
            if (s > 0) sum = log_add(sum, before[s - 1]);
            if (may_skip(s)) sum = log_add(sum, before[s - 2]);
            forward_[(t * states_) + s] = sum + emission(t, s);
        }
    }
    const double* last = &forward_[(count_ - 1) * states_];
    total_ = log_add(last[states_ - 1], last[states_ - 2]);
}

void Lattice::run_backward() {
    for (const float value : frames_.log_probability) {
        probability_.push_back(std::exp(static_cast<double>(value)));
    }
    backward_.assign(count_ * states_, kNothing);
    backward_[(count_ * states_) - 1] = 0;
    backward_[(count_ * states_) - 2] = 0;
    for (std::size_t t = count_ - 1; t-- > 0;) {
        const double* after = &backward_[(t + 1) * states_];
        for (std::size_t s = 0; s < states_; ++s) {
            double sum = after[s] + emission(t + 1, s);
            if (s + 1 < states_) sum = log_add(sum, after[s + 1] + emission(t + 1, s + 1));
            if (s + 2 < states_ && may_skip(s + 2)) {
                sum = log_add(sum, after[s + 2] + emission(t + 1, s + 2));
            }
            backward_[(t * states_) + s] = sum;
        }
    }
}

float ratio(double probability) {
    return static_cast<float>(std::clamp(std::log(std::max(probability, 1e-300)),
                                         -static_cast<double>(kMostRatio),
                                         static_cast<double>(kMostRatio)));
}

// Every way through the lattice around one place, cut open there: what comes to it and what goes
// on from it, in the linear domain. Both are scaled by the probability of being near the place at
// that frame, so that nothing is lost where the place is far from where most of the row would be.
class Place {
public:
    /// `place` may be one past the last phone.
    Place(const Lattice& lattice, std::span<const std::size_t> row, std::size_t place);

    float substitution(std::size_t by) const;
    float deletion() const;
    /// Of `what` before the place.
    float insertion(std::size_t what) const;

private:
    bool last() const { return place_ + 1 == row_.size(); }
    void measure();
    double forward(std::size_t frames, std::size_t state) const;  // log, after so many frames
    double entering(std::size_t t, std::size_t state) const;      // scaled: there and to the end

    // Having done with all before the place, just before frame t.
    double arriving(std::size_t t, std::size_t next_symbol) const {
        const bool direct = place_ > 0 && row_[place_ - 1] != next_symbol;
        return from_blank_[t] + (direct ? from_phone_[t] : 0.0);
    }
    // Going on behind the place from frame t, or ending.
    double leaving(std::size_t t, std::size_t symbol_before) const {
        if (t == frames_) return last() ? end_ : 0.0;
        const bool direct = !last() && row_[place_ + 1] != symbol_before;
        return to_blank_[t] + (direct ? to_next_[t] : 0.0);
    }

    const Lattice& lattice_;
    std::span<const std::size_t> row_;
    std::size_t place_;
    std::size_t frames_;
    std::vector<double> scale_;                               // [frames + 1], log
    std::vector<double> from_blank_, from_phone_;             // [frames + 1]
    std::vector<double> to_own_, to_blank_, to_next_, step_;  // [frames]
    double end_ = 0;
};

Place::Place(const Lattice& lattice, std::span<const std::size_t> row, std::size_t place)
    : lattice_(lattice), row_(row), place_(place), frames_(lattice.frames()) {
    measure();
}

double Place::forward(std::size_t frames, std::size_t state) const {
    if (frames > 0)
        return state < lattice_.states() ? lattice_.forward(frames - 1, state) : kNothing;
    return state == 0 ? 0.0 : kNothing;  // before the first frame all stand before the first blank
}

double Place::entering(std::size_t t, std::size_t state) const {
    if (state >= lattice_.states() || scale_[t] == kNothing) return 0;
    return bounded_exp(lattice_.emission(t, state) + lattice_.backward(t, state) + scale_[t] -
                       lattice_.log_likelihood());
}

void Place::measure() {
    const auto blank = 2 * place_;
    for (std::size_t t = 0; t <= frames_; ++t) {
        double near = log_add(forward(t, blank), forward(t, blank + 1));
        if (place_ > 0) near = log_add(near, forward(t, blank - 1));
        scale_.push_back(near);
        const auto share = [&](std::size_t state) {
            return near == kNothing ? 0.0 : std::exp(forward(t, state) - near);
        };
        from_blank_.push_back(share(blank));
        from_phone_.push_back(place_ > 0 ? share(blank - 1) : 0.0);
    }
    for (std::size_t t = 0; t < frames_; ++t) {
        to_own_.push_back(entering(t, blank + 1));
        to_blank_.push_back(entering(t, blank + 2));
        to_next_.push_back(entering(t, blank + 3));
        step_.push_back(scale_[t] == kNothing ? 0.0 : bounded_exp(scale_[t] - scale_[t + 1]));
    }
    end_ = bounded_exp(scale_[frames_] - lattice_.log_likelihood());
}

float Place::substitution(std::size_t by) const {
    double inside = 0, sum = 0;
    for (std::size_t t = 0; t < frames_; ++t) {
        inside = (inside + arriving(t, by)) * lattice_.probability(t, by) * step_[t];
        sum += inside * leaving(t + 1, by);
    }
    return ratio(sum);
}

float Place::deletion() const {
    if (last()) return ratio(arriving(frames_, kSymbols) * end_);
    double sum = 0;
    for (std::size_t t = 0; t < frames_; ++t) {
        sum += arriving(t, row_[place_ + 1]) * to_next_[t];
    }
    return ratio(sum);
}

float Place::insertion(std::size_t what) const {
    const bool at_end = place_ == row_.size();
    double inside = 0, blank = 0, sum = 0;
    for (std::size_t t = 0; t < frames_; ++t) {
        blank = (blank + inside) * lattice_.probability(t, kBlank) * step_[t];
        inside = (inside + arriving(t, what)) * lattice_.probability(t, what) * step_[t];
        const bool over = t + 1 == frames_;
        if (at_end && over) sum += (inside + blank) * end_;
        if (at_end || over) continue;
        sum += (blank + (row_[place_] == what ? 0 : inside)) * to_own_[t + 1];
    }
    return ratio(sum);
}

PhoneRow insertions(const Place& place) {
    PhoneRow row{};
    for (std::size_t q = 0; q < kPhones.size(); ++q) row[q] = place.insertion(q);
    return row;
}

// How the phone's own state is occupied, and by what.
void occupy(PhoneEvidence& phone, const Lattice& lattice, CtcFrames frames, std::size_t place,
            std::size_t symbol) {
    const auto state = (2 * place) + 1;
    phone.weight.resize(frames.count());
    double sum = 0, moment = 0, own = 0, other = 0;
    for (std::size_t t = 0; t < frames.count(); ++t) {
        const double weight = std::exp(lattice.forward(t, state) + lattice.backward(t, state) -
                                       lattice.log_likelihood());
        phone.weight[t] = static_cast<float>(weight);
        if (weight < 1e-6) continue;
        const auto row = frames.at(t);
        float best = -100;
        for (std::size_t s = 0; s < kPhones.size(); ++s) {
            if (s != symbol) best = std::max(best, row[s]);
        }
        sum += weight;
        moment += weight * static_cast<double>(t);
        own += weight * row[symbol];
        other += weight * best;
    }
    sum = std::max(sum, 1e-6);
    phone.occupancy = static_cast<float>(sum);
    phone.centre = static_cast<float>(moment / sum);
    phone.own = static_cast<float>(own / sum);
    phone.best_other = static_cast<float>(other / sum);
}

}  // namespace

double ctc_log_likelihood(CtcFrames frames, std::span<const std::size_t> row) {
    return Lattice(frames, row).log_likelihood();
}

CtcEvidence ctc_evidence(CtcFrames frames, std::span<const std::size_t> row) {
    CtcEvidence found;
    for (std::size_t t = 0; t < frames.count(); ++t) {
        found.best_path += std::ranges::max(frames.at(t));
    }
    Lattice lattice(frames, row);
    found.log_likelihood = lattice.log_likelihood();
    if (found.log_likelihood == kNothing) return found;
    lattice.run_backward();
    for (std::size_t at = 0; at < row.size(); ++at) {
        const Place place(lattice, row, at);
        auto& phone = found.phones.emplace_back();
        for (std::size_t q = 0; q < kPhones.size(); ++q) {
            phone.substitution[q] = q == row[at] ? 0 : place.substitution(q);
        }
        phone.deletion = place.deletion();
        phone.insertion_before = insertions(place);
        occupy(phone, lattice, frames, at, row[at]);
    }
    found.insertion_last = insertions(Place(lattice, row, row.size()));
    return found;
}

}  // namespace lexi::ml
