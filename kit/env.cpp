#include "kit/env.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <format>
#include <fstream>

namespace lexi {
namespace {

std::string trimmed(std::string_view text) {
    const auto blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blank) - first + 1));
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

// Without the quotes, or without a trailing ` # comment` where there are none.
std::string unquoted(std::string value) {
    const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                        value.back() == value.front();
    if (quoted) return value.substr(1, value.size() - 2);
    if (const auto comment = value.find(" #"); comment != std::string::npos) value.erase(comment);
    return trimmed(value);
}

}  // namespace

Env read_env(const std::string& path, std::vector<std::string>& mistakes) {
    Env env;
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        line = trimmed(line);
        if (line.empty() || line.front() == '#') continue;
        if (line.starts_with("export ")) line = trimmed(line.substr(7));
        const auto equals = line.find('=');
        if (equals == std::string::npos || equals == 0) {
            mistakes.push_back(std::format("{}:{}: expected NAME=VALUE", path, number));
            continue;
        }
        env[trimmed(line.substr(0, equals))] = unquoted(trimmed(line.substr(equals + 1)));
    }
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view pair(*entry);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos) {
            env[std::string(pair.substr(0, equals))] = std::string(pair.substr(equals + 1));
        }
    }
    return env;
}

std::optional<std::string> EnvReader::find(std::string_view name) const {
    const auto found = env_.find(name);
    if (found == env_.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

std::string EnvReader::text(std::string_view name, std::string_view otherwise) const {
    return find(name).value_or(std::string(otherwise));
}

std::string EnvReader::required(std::string_view name) const {
    auto value = find(name);
    if (!value) mistakes_.push_back(std::format("{} is missing", name));
    return value.value_or("");
}

std::int64_t EnvReader::integer(std::string_view name, std::int64_t otherwise, std::int64_t low,
                                std::int64_t high) const {
    const auto value = find(name);
    if (!value) return otherwise;
    std::int64_t number = 0;
    const auto* end = value->data() + value->size();
    const auto [stop, error] = std::from_chars(value->data(), end, number);
    if (error != std::errc{} || stop != end || number < low || number > high) {
        mistakes_.push_back(std::format("{} must be a whole number from {} to {}, not '{}'", name,
                                        low, high, *value));
        return otherwise;
    }
    return number;
}

double EnvReader::real(std::string_view name, double otherwise, double low, double high) const {
    const auto value = find(name);
    if (!value) return otherwise;
    double number = 0;
    const auto* end = value->data() + value->size();
    const auto [stop, error] = std::from_chars(value->data(), end, number);
    if (error != std::errc{} || stop != end || !(number >= low && number <= high)) {
        mistakes_.push_back(
            std::format("{} must be a number from {} to {}, not '{}'", name, low, high, *value));
        return otherwise;
    }
    return number;
}

bool EnvReader::flag(std::string_view name, bool otherwise) const {
    const auto value = find(name);
    if (!value) return otherwise;
    const auto word = lower(*value);
    if (word == "true" || word == "yes" || word == "on" || word == "1") return true;
    if (word == "false" || word == "no" || word == "off" || word == "0") return false;
    mistakes_.push_back(std::format("{} must be true or false, not '{}'", name, *value));
    return otherwise;
}

std::string EnvReader::one_of(std::string_view name, std::string_view otherwise,
                              const std::vector<std::string>& allowed) const {
    const auto value = find(name);
    if (!value) return std::string(otherwise);
    std::string names;
    for (const auto& candidate : allowed) {
        if (lower(candidate) == lower(*value)) return candidate;
        names += (names.empty() ? "" : ", ") + candidate;
    }
    mistakes_.push_back(std::format("{} must be one of {}, not '{}'", name, names, *value));
    return std::string(otherwise);
}

std::vector<std::string> EnvReader::list(std::string_view name, std::string_view otherwise) const {
    std::vector<std::string> items;
    std::string rest = text(name, otherwise) + ",";
    for (std::size_t comma = 0; (comma = rest.find(',')) != std::string::npos;) {
        if (auto item = trimmed(rest.substr(0, comma)); !item.empty()) items.push_back(item);
        rest.erase(0, comma + 1);
    }
    return items;
}

}  // namespace lexi
