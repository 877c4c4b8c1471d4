#include "ml/phones/findings.hpp"

#include <algorithm>
#include <cmath>

namespace lexi::ml {
namespace {

constexpr double kLeastShown = 0.02;

std::size_t best_of(const PhoneRow& row) {
    return static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
}

}  // namespace

std::vector<HeardAs> heard_as(const PhoneEvidence& phone, std::size_t symbol) {
    std::vector<HeardAs> all{{.phone = "", .probability = phone.deletion}};
    for (std::size_t q = 0; q < kPhones.size(); ++q) {
        all.push_back({.phone = std::string(kPhones[q]),
                       .probability = q == symbol ? 0 : phone.substitution[q]});
    }
    const double most = std::ranges::max(all, {}, &HeardAs::probability).probability;
    double sum = 0;
    for (auto& one : all) sum += one.probability = std::exp(one.probability - most);
    for (auto& one : all) one.probability /= sum;
    std::ranges::stable_sort(all, std::greater(), &HeardAs::probability);
    std::erase_if(all, [](const HeardAs& one) { return one.probability < kLeastShown; });
    return all;
}

std::string plainly_heard(const PhoneEvidence& phone, std::size_t symbol, const PhoneErrors& errors,
                          const PhoneErrors& told) {
    const bool left_out = errors.left_out >= told.left_out;
    const bool exchanged = errors.exchanged >= told.exchanged;
    if (!left_out && !exchanged) return std::string(kPhones[symbol]);
    if (left_out && errors.left_out >= errors.exchanged) return "";
    return std::string(kPhones[best_of(phone.exchanges(symbol))]);
}

std::string plainly_added(const PhoneRow& gap, double probability, double told) {
    return probability < told ? "" : std::string(kPhones[best_of(gap)]);
}

}  // namespace lexi::ml
