#pragma once
// Chance that can be repeated: the same seed draws the same on every machine, which the standard
// library's distributions do not promise.
#include <cstdint>
#include <utility>
#include <vector>

namespace lexi::generation {

/// SplitMix64.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : state_(seed) {}

    /// 0 to `below` - 1; `below` is at least 1.
    std::size_t number(std::size_t below) {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % below);
    }
    template <class T>
    void shuffle(std::vector<T>& things) {
        for (std::size_t i = things.size(); i > 1; --i) std::swap(things[i - 1], things[number(i)]);
    }

private:
    std::uint64_t state_;
};

}  // namespace lexi::generation
