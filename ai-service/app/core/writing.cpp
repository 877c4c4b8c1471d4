#include "core/writing.hpp"

#include <algorithm>

namespace lexi::core {
namespace {

constexpr const char* kChecks = "writing_checks";
constexpr std::size_t kLongestSentence = 200;  // bytes to either side of an error

}  // namespace

std::string sentence_around(std::string_view text, std::size_t from, std::size_t to) {
    const auto near = from - std::min(from, kLongestSentence);
    auto begin = text.substr(0, from).find_last_of(".!?\n");
    begin = begin == std::string_view::npos || begin < near ? near : begin + 1;
    auto end = text.find_first_of(".!?\n", to);
    end = std::min(end == std::string_view::npos ? text.size() : end + 1, to + kLongestSentence);
    const auto whole = [&text](std::size_t at) {  // not inside a letter
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
        return std::min(at, text.size());
    };
    begin = whole(begin);
    while (begin < from && text[begin] == ' ') ++begin;
    return std::string(text.substr(begin, whole(end) - begin));
}

std::vector<WritingError> writing_errors(std::string_view text,
                                         const std::vector<ml::grammar::Match>& matches) {
    std::vector<WritingError> errors;
    for (const auto& match : matches) {
        if (match.severity != ml::grammar::Severity::error) continue;
        if (errors.size() == kMostErrors) break;
        const auto [from, length] = match.bytes;
        errors.push_back({.category = match.category,
                          .rule = match.rule,
                          .original = std::string(text.substr(from, length)),
                          .corrected = match.replacements.front(),
                          .sentence = sentence_around(text, from, from + length)});
    }
    return errors;
}

void add_writing(Connection& db, const WritingDocument& document) { db[kChecks].insert(document); }

std::vector<WritingDocument> last_writing(Connection& db, const std::string& user,
                                          std::int64_t limit) {
    return db[kChecks].find<WritingDocument>(
        OfUser{user}, {.sort = {{"createdAt", -1}}, .skip = 0, .limit = limit});
}

}  // namespace lexi::core
