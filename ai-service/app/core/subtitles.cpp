#include "core/subtitles.hpp"

#include <cmath>
#include <format>

namespace lexi::core {
namespace {

std::string clock(double seconds, char point) {
    const auto all = std::llround(std::max(0.0, seconds) * 1000);
    return std::format("{:02}:{:02}:{:02}{}{:03}", all / 3'600'000, all / 60'000 % 60,
                       all / 1000 % 60, point, all % 1000);
}

std::string span(const ml::SttSegment& segment, char point) {
    return clock(segment.start, point) + " --> " + clock(segment.end, point) + "\n";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace

std::string to_srt(const std::vector<ml::SttSegment>& segments) {
    std::string out;
    std::size_t number = 0;
    for (const auto& segment : segments) {
        // An arrow in the text would be read as another time.
        out += std::format("{}\n{}{}\n\n", ++number, span(segment, ','),
                           replaced(replaced(segment.text, "\n", " "), "-->", "->"));
    }
    return out;
}

std::string to_vtt(const std::vector<ml::SttSegment>& segments) {
    std::string out = "WEBVTT\n\n";
    for (const auto& segment : segments) {
        auto text = replaced(replaced(segment.text, "\n", " "), "&", "&amp;");
        text = replaced(replaced(text, "<", "&lt;"), ">", "&gt;");
        out += span(segment, '.') + text + "\n\n";
    }
    return out;
}

}  // namespace lexi::core
