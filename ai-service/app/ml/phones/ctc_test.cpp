#include "ml/phones/ctc.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace lexi::ml {
namespace {

std::vector<float> some_frames(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> draw(0, 2);
    std::vector<float> values;
    for (std::size_t t = 0; t < count; ++t) {
        std::array<float, kSymbols> row{};
        double sum = 0;
        for (auto& value : row) {
            value = draw(random);
            sum += std::exp(value);
        }
        for (const auto value : row) values.push_back(value - static_cast<float>(std::log(sum)));
    }
    return values;
}

using Row = std::vector<std::size_t>;

double likelihood(const std::vector<float>& values, const Row& row) {
    return ctc_log_likelihood({values}, row);
}

// `row` with `taken` phones at `place` exchanged for `put`.
Row edited(const Row& row, std::size_t place, std::size_t taken, const Row& put) {
    Row made;
    for (std::size_t i = 0; i <= row.size(); ++i) {
        if (i == place) {
            for (const auto phone : put) made.push_back(phone);
        }
        if (i < row.size() && (i < place || i >= place + taken)) made.push_back(row[i]);
    }
    return made;
}

// Every figure must be the difference of two whole CTC likelihoods.
void same_as_by_hand(const std::vector<float>& values, const Row& row) {
    const auto found = ctc_evidence({values}, row);
    ASSERT_EQ(found.phones.size(), row.size());
    const double of_row = likelihood(values, row);
    EXPECT_NEAR(found.log_likelihood, of_row, 1e-9);
    for (std::size_t place = 0; place < row.size(); ++place) {
        const auto without = edited(row, place, 1, {});
        if (!without.empty()) {
            EXPECT_NEAR(found.phones[place].deletion, likelihood(values, without) - of_row, 1e-3);
        }
        for (std::size_t q = 0; q < kPhones.size(); q += 7) {
            EXPECT_NEAR(found.phones[place].substitution[q],
                        likelihood(values, edited(row, place, 1, {q})) - of_row, 1e-3);
            EXPECT_NEAR(found.phones[place].insertion_before[q],
                        likelihood(values, edited(row, place, 0, {q})) - of_row, 1e-3);
        }
    }
    for (const std::size_t q : {std::size_t{0}, row.back()}) {
        EXPECT_NEAR(found.insertion_last[q],
                    likelihood(values, edited(row, row.size(), 0, {q})) - of_row, 1e-3);
    }
}

TEST(Ctc, RatiosAreDifferencesOfWholeLikelihoods) {
    same_as_by_hand(some_frames(14, 1), {3, 7, 7, 14});
    same_as_by_hand(some_frames(9, 2), {0});
    same_as_by_hand(some_frames(30, 3), {5, 21, 5, 5, 0, 35, 7, 28});
}

TEST(Ctc, LikelihoodOfOneFrameIsTheSymbolsOwn) {
    const auto values = some_frames(1, 4);
    EXPECT_NEAR(likelihood(values, {6}), values[6], 1e-6);
    EXPECT_EQ(likelihood(values, {6, 7}), -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(ctc_evidence({values}, Row{6, 7}).phones.empty());
}

TEST(Ctc, ARowThatFitsNotAtAllGivesFiniteFigures) {
    std::vector<float> values;
    for (int t = 0; t < 300; ++t) {
        for (std::size_t s = 0; s < kSymbols; ++s) values.push_back(s == kBlank ? -1e-6F : -40.0F);
    }
    Row row(80);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = (i * 7) % kPhones.size();
    const auto found = ctc_evidence({values}, row);
    ASSERT_EQ(found.phones.size(), row.size());
    for (const auto& phone : found.phones) {
        EXPECT_TRUE(std::isfinite(phone.deletion) && std::isfinite(phone.own));
        EXPECT_GT(phone.deletion, 5);
        for (const float value : phone.substitution) EXPECT_TRUE(std::isfinite(value));
    }
}

}  // namespace
}  // namespace lexi::ml
