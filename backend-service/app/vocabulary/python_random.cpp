#include "app/vocabulary/python_random.hpp"

#include <bit>

namespace lexi::vocabulary {
namespace {

// The generator's authors' init_by_array for a key of one number; std::mt19937's own seeding is
// their init_genrand.
struct SeedByArray {
    using result_type = std::uint_least32_t;
    std::uint32_t key;

    template <class Iterator>
    void generate(Iterator begin, Iterator end) const {
        const auto size = static_cast<std::size_t>(end - begin);
        const auto mixed = [begin](std::size_t i) -> std::uint32_t {
            const std::uint32_t before = begin[i - 1];
            return before ^ (before >> 30);
        };
        begin[0] = 19650218U;
        for (std::uint32_t i = 1; i < size; ++i) begin[i] = 1812433253U * mixed(i) + i;
        std::size_t i = 1;
        const auto advance = [&] {
            if (++i < size) return;
            begin[0] = begin[size - 1];
            i = 1;
        };
        for (std::size_t k = 0; k < size; ++k, advance()) {
            begin[i] = (begin[i] ^ (mixed(i) * 1664525U)) + key;
        }
        for (std::size_t k = 1; k < size; ++k, advance()) {
            begin[i] = (begin[i] ^ (mixed(i) * 1566083941U)) - static_cast<std::uint32_t>(i);
        }
        begin[0] = 0x80000000U;
    }
};

}  // namespace

PythonRandom::PythonRandom(std::uint32_t seed) {
    SeedByArray sequence{seed};
    engine_.seed(sequence);
}

double PythonRandom::uniform() {
    const auto high = static_cast<double>(engine_() >> 5);
    const auto low = static_cast<double>(engine_() >> 6);
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

std::size_t PythonRandom::below(std::size_t limit) {
    const auto bits = static_cast<unsigned>(std::bit_width(limit));
    while (true) {
        const std::size_t draw = engine_() >> (32U - bits);
        if (draw < limit) return draw;
    }
}

std::size_t PythonRandom::choose(std::span<const double> weights) {
    double total = 0;
    for (const double weight : weights) total += weight;
    const double draw = uniform() * total;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        sum += weights[i];
        if (draw < sum) return i;
    }
    return weights.size() - 1;
}

}  // namespace lexi::vocabulary
