#include "app/vocabulary/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/vocabulary/python_random.hpp"

namespace lexi::vocabulary {
namespace {

constexpr std::uint32_t kSeed = 42;
constexpr double kParticles = 8000;  // what a deck of any size is simulated with
constexpr int kMaxInterval = 36500;

// What learners do where their own answers do not say it: the defaults of fsrs-rs's simulator.
constexpr std::array kFirstShare = {0.24, 0.094, 0.495, 0.171};
constexpr std::array kRecallShare = {0.224, 0.631, 0.145};  // hard, good, easy
constexpr std::array kFirstSeconds = {33.79, 24.3, 13.68, 6.5};
constexpr std::array kReviewSeconds = {23.0, 11.68, 7.33, 5.6};

std::size_t index_of(Rating rating) { return static_cast<std::size_t>(rating) - 1; }

// A word that stands for `words` like it.
struct Particle {
    Memory memory;
    int last_day = 0;
    double words = 1;
};

class Simulation {
public:
    explicit Simulation(const Plan& plan)
        : plan_(plan), due_(static_cast<std::size_t>(plan.days)), load_(due_.size()) {}

    void add(const std::vector<WordGroup>& deck) {
        double all = 0;
        for (const auto& group : deck) all += group.words;
        for (const auto& group : deck) {
            const double share = group.words * std::min(1.0, kParticles / 2 / std::max(all, 1.0));
            const auto parts = static_cast<int>(std::max(1.0, std::round(share)));
            for (int i = 0; i < parts; ++i) {
                put({group.memory, -group.elapsed, group.words / parts}, group.due_in);
            }
        }
    }

    std::vector<DayLoad> run() {
        for (int day = 0; day < plan_.days; ++day) {
            // What is put off to a later day never comes back to this one.
            for (const auto card : due_[static_cast<std::size_t>(day)]) review(card, day);
            learn(day);
            load_[static_cast<std::size_t>(day)].known = known(day);
        }
        return std::move(load_);
    }

private:
    void put(Particle particle, int day) {
        if (day < plan_.days) due_[static_cast<std::size_t>(day)].push_back(particles_.size());
        particles_.push_back(particle);
    }

    int interval(const Memory& memory) const {
        return interval_for(plan_.weights, plan_.retention, memory.stability, kMaxInterval);
    }

    void review(std::size_t card, int day) {
        auto& particle = particles_[card];
        const int elapsed = day - particle.last_day;
        const double recall = retrievability(plan_.weights, elapsed, particle.memory.stability);
        const auto rating = random_.uniform() < recall
                                ? static_cast<Rating>(2 + random_.choose(kRecallShare))
                                : Rating::again;
        particle.memory = next_memory(plan_.weights, particle.memory, rating, elapsed);
        answer(day, particle.words, kReviewSeconds[index_of(rating)]);
        if (rating == Rating::again) {
            particle.memory = next_memory(plan_.weights, particle.memory, Rating::good, 0);
            answer(day, particle.words, kReviewSeconds[index_of(Rating::good)]);
        }
        particle.last_day = day;
        const int next = day + interval(particle.memory);
        if (next < plan_.days) due_[static_cast<std::size_t>(next)].push_back(card);
    }

    void answer(int day, double words, double seconds) {
        auto& load = load_[static_cast<std::size_t>(day)];
        load.reviews += words;
        load.minutes += words * seconds / 60;
    }

    void learn(int day) {
        const double allowed = plan_.new_per_day - (day == 0 ? plan_.introduced_today : 0);
        const double words = std::min(allowed, plan_.new_words - introduced_);
        if (words <= 0) return;
        introduced_ += words;
        const auto parts = static_cast<int>(
            std::clamp(kParticles / 2 / plan_.days, 1.0, std::max(1.0, std::ceil(words))));
        auto& load = load_[static_cast<std::size_t>(day)];
        load.new_words = words;
        for (int i = 0; i < parts; ++i) {
            const auto rating = static_cast<Rating>(1 + random_.choose(kFirstShare));
            auto memory = next_memory(plan_.weights, std::nullopt, rating, 0);
            // Through the learning steps.
            if (rating != Rating::easy) memory = next_memory(plan_.weights, memory, Rating::good, 0);
            load.minutes += words / parts * kFirstSeconds[index_of(rating)] / 60;
            put({memory, day, words / parts}, day + interval(memory));
        }
    }

    double known(int day) const {
        double sum = 0;
        for (const auto& particle : particles_) {
            sum += particle.words * retrievability(plan_.weights, std::max(0, day - particle.last_day),
                                                   particle.memory.stability);
        }
        return sum;
    }

    const Plan plan_;
    std::vector<Particle> particles_;
    std::vector<std::vector<std::size_t>> due_;  // by day
    std::vector<DayLoad> load_;
    double introduced_ = 0;
    PythonRandom random_{kSeed};
};

}  // namespace

std::vector<DayLoad> simulate(const std::vector<WordGroup>& deck, const Plan& plan) {
    Simulation simulation(plan);
    simulation.add(deck);
    return simulation.run();
}

}  // namespace lexi::vocabulary
