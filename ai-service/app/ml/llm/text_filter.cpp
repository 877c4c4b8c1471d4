#include "ml/llm/text_filter.hpp"

#include <algorithm>

namespace lexi::ml {

StopScanner::StopScanner(std::vector<std::string> stops) : stops_(std::move(stops)) {
    std::erase(stops_, "");
}

std::string StopScanner::push(std::string_view text) {
    if (stopped_) return "";
    held_ += text;
    std::size_t first = std::string::npos;
    for (const auto& stop : stops_) first = std::min(first, held_.find(stop));
    if (first != std::string::npos) {
        stopped_ = true;
        auto shown = held_.substr(0, first);
        held_.clear();
        return shown;
    }
    std::size_t keep = 0;  // the longest end of held_ that begins a stop
    for (const auto& stop : stops_) {
        for (auto n = std::min(stop.size() - 1, held_.size()); n > keep; --n) {
            if (held_.ends_with(std::string_view(stop).substr(0, n))) keep = n;
        }
    }
    auto shown = held_.substr(0, held_.size() - keep);
    held_.erase(0, shown.size());
    return shown;
}

std::string StopScanner::flush() {
    auto rest = std::move(held_);
    held_.clear();
    return rest;
}

std::string defused(std::string_view text, const std::vector<std::string>& control_texts) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        safe += text[at];
        const auto begins_here = [&](const std::string& control) {
            return control.size() > 1 && text.substr(at).starts_with(control);
        };
        if (std::ranges::any_of(control_texts, begins_here)) safe += ' ';
    }
    return safe;
}

}  // namespace lexi::ml
