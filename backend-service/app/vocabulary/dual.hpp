#pragma once
// Forward-mode derivatives: a number that knows how it changes with each of N parameters.
#include <array>
#include <cmath>
#include <cstddef>

namespace lexi::vocabulary {

template <std::size_t N>
struct Dual {
    double value = 0;
    std::array<double, N> slope{};  // by each parameter

    Dual() = default;
    Dual(double constant) : value(constant) {}  // NOLINT(google-explicit-constructor)
    /// The parameter `which` itself.
    static Dual parameter(double value, std::size_t which) {
        Dual p(value);
        p.slope[which] = 1;
        return p;
    }

    // f(x) and f(x, y) by the chain rule, from the value and the partial derivatives there.
    static Dual chain(double value, const Dual& x, double by_x) {
        Dual out(value);
        for (std::size_t i = 0; i < N; ++i) out.slope[i] = by_x * x.slope[i];
        return out;
    }
    static Dual chain(double value, const Dual& x, double by_x, const Dual& y, double by_y) {
        Dual out(value);
        for (std::size_t i = 0; i < N; ++i) out.slope[i] = by_x * x.slope[i] + by_y * y.slope[i];
        return out;
    }

    friend Dual operator+(const Dual& x, const Dual& y) {
        return chain(x.value + y.value, x, 1, y, 1);
    }
    friend Dual operator+(const Dual& x, double c) { return chain(x.value + c, x, 1); }
    friend Dual operator+(double c, const Dual& x) { return chain(c + x.value, x, 1); }
    friend Dual operator-(const Dual& x, const Dual& y) {
        return chain(x.value - y.value, x, 1, y, -1);
    }
    friend Dual operator-(const Dual& x, double c) { return chain(x.value - c, x, 1); }
    friend Dual operator-(double c, const Dual& x) { return chain(c - x.value, x, -1); }
    friend Dual operator-(const Dual& x) { return chain(-x.value, x, -1); }
    friend Dual operator*(const Dual& x, const Dual& y) {
        return chain(x.value * y.value, x, y.value, y, x.value);
    }
    friend Dual operator*(const Dual& x, double c) { return chain(x.value * c, x, c); }
    friend Dual operator*(double c, const Dual& x) { return chain(c * x.value, x, c); }
    friend Dual operator/(const Dual& x, const Dual& y) {
        const double q = x.value / y.value;
        return chain(q, x, 1 / y.value, y, -q / y.value);
    }
    friend Dual operator/(const Dual& x, double c) { return chain(x.value / c, x, 1 / c); }
    friend Dual operator/(double c, const Dual& x) {
        const double q = c / x.value;
        return chain(q, x, -q / x.value);
    }

    friend bool operator<(const Dual& x, const Dual& y) { return x.value < y.value; }
    friend bool operator<(const Dual& x, double c) { return x.value < c; }
    friend bool operator>(const Dual& x, double c) { return x.value > c; }

    friend Dual exp(const Dual& x) {
        const double e = std::exp(x.value);
        return chain(e, x, e);
    }
    /// Of a positive base.
    friend Dual pow(const Dual& base, const Dual& power) {
        const double p = std::pow(base.value, power.value);
        return chain(p, base, p * power.value / base.value, power, p * std::log(base.value));
    }
    friend Dual pow(double base, const Dual& power) {
        const double p = std::pow(base, power.value);
        return chain(p, power, p * std::log(base));
    }
};

}  // namespace lexi::vocabulary
