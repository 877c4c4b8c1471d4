#pragma once
// Draws as Python's random.Random(seed) makes them, so that a fit can be compared with py-fsrs's
// number by number.
#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace lexi::vocabulary {

class PythonRandom {
public:
    explicit PythonRandom(std::uint32_t seed);

    /// In [0, 1), 53 bits.
    double uniform();
    /// In [0, limit).
    std::size_t below(std::size_t limit);
    /// One of weights.size() numbers, each as often as its weight says.
    std::size_t choose(std::span<const double> weights);

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i-- > 1;) std::swap(items[i], items[below(i + 1)]);
    }

private:
    std::mt19937 engine_;
};

}  // namespace lexi::vocabulary
