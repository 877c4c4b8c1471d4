#pragma once
// Configuration from the environment and a `.env` file, read once. A reader collects every mistake,
// so that a person mends them all at once.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lexi {

using Env = std::map<std::string, std::string, std::less<>>;

/// The process environment over the entries of the `.env` file at `path` (a missing file is empty).
/// Lines are NAME=VALUE, `#` comments, optional `export `, optional quotes.
Env read_env(const std::string& path, std::vector<std::string>& mistakes);

class EnvReader {
public:
    EnvReader(const Env& env, std::vector<std::string>& mistakes)
        : env_(env), mistakes_(mistakes) {}

    std::string text(std::string_view name, std::string_view otherwise) const;
    /// Missing or empty is a mistake.
    std::string required(std::string_view name) const;
    std::int64_t integer(std::string_view name, std::int64_t otherwise, std::int64_t low,
                         std::int64_t high) const;
    double real(std::string_view name, double otherwise, double low, double high) const;
    /// true/false, yes/no, on/off, 1/0, in any letter case.
    bool flag(std::string_view name, bool otherwise) const;
    /// One of `allowed`, compared without letter case.
    std::string one_of(std::string_view name, std::string_view otherwise,
                       const std::vector<std::string>& allowed) const;
    /// Comma-separated, blanks trimmed, empties dropped.
    std::vector<std::string> list(std::string_view name, std::string_view otherwise) const;

private:
    std::optional<std::string> find(std::string_view name) const;
    const Env& env_;
    std::vector<std::string>& mistakes_;
};

}  // namespace lexi
