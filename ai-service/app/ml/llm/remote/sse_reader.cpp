#include "ml/llm/remote/sse_reader.hpp"

namespace lexi::ml {

std::vector<std::string> SseReader::push(std::string_view bytes) {
    std::vector<std::string> events;
    for (const char byte : bytes) {
        if (broken_) return events;
        const bool second = after_return_ && byte == '\n';
        after_return_ = byte == '\r';
        if (second) continue;
        if (byte == '\n' || byte == '\r') {
            take_line(events);
        } else {
            line_ += byte;
            broken_ = line_.size() + data_.size() > most_;
        }
    }
    return events;
}

void SseReader::take_line(std::vector<std::string>& events) {
    if (line_.empty()) {
        if (has_data_) events.push_back(std::move(data_));
        data_.clear();
        has_data_ = false;
        return;
    }
    std::string_view line = line_;
    if (line.starts_with("data:")) {
        line.remove_prefix(5);
        if (line.starts_with(' ')) line.remove_prefix(1);
        if (has_data_) data_ += '\n';
        data_ += line;
        has_data_ = true;
    }
    line_.clear();
}

}  // namespace lexi::ml
