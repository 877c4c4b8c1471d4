#include "speech/accept.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <optional>
#include <string>

namespace lexi::speech {
namespace {

std::optional<SpokenAs> form_of(std::string_view type) {
    if (type == "audio/wav" || type == "audio/x-wav" || type == "audio/wave" || type == "audio/*") {
        return SpokenAs::wav;
    }
    if (type == "audio/ogg") return SpokenAs::ogg;
    if (type == "application/json" || type == "application/*" || type == "*/*")
        return SpokenAs::json;
    return std::nullopt;
}

double weight_of(std::string_view parameters) {
    const auto at = parameters.find(";q=");
    if (at == std::string_view::npos) return 1;
    return std::strtod(std::string(parameters.substr(at + 3)).c_str(), nullptr);
}

}  // namespace

SpokenAs spoken_as(std::string_view accept) {
    std::string plain;
    for (const char c : accept) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isspace(byte) == 0) plain += static_cast<char>(std::tolower(byte));
    }
    SpokenAs best = SpokenAs::json;
    double most = 0;
    for (std::string_view rest = plain; !rest.empty();) {
        const auto one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        const auto semicolon = std::min(one.find(';'), one.size());
        const auto form = form_of(one.substr(0, semicolon));
        const double weight = weight_of(one.substr(semicolon));
        if (!form || weight <= most) continue;
        best = *form;
        most = weight;
    }
    return best;
}

}  // namespace lexi::speech
