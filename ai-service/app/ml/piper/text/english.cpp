#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "ml/piper/text/english_figures.hpp"
#include "ml/piper/text/reading.hpp"

namespace lexi::ml::spoken {
namespace {

constexpr auto kTongue = Tongue::english;
using Words = std::map<std::string, std::string, std::less<>>;

const Words kMonths{{"jan", "January"},    {"feb", "February"}, {"mar", "March"},
                    {"apr", "April"},      {"may", "May"},      {"jun", "June"},
                    {"jul", "July"},       {"aug", "August"},   {"sep", "September"},
                    {"sept", "September"}, {"oct", "October"},  {"nov", "November"},
                    {"dec", "December"}};
// Said so with or without a full stop.
const Words kTitles{{"mr", "mister"},
                    {"mrs", "missus"},
                    {"ms", "miz"},
                    {"dr", "doctor"},
                    {"prof", "professor"},
                    {"jr", "junior"},
                    {"sr", "senior"},
                    {"e.g", "for example"},
                    {"i.e", "that is"},
                    {"vs", "versus"},
                    {"approx", "approximately"},
                    {"dept", "department"},
                    {"etc", "et cetera"},
                    {"ltd", "limited"},
                    {"ph.d", "P H D"},
                    {"a.m", "A M"},
                    {"p.m", "P M"},
                    {"u.s", "U S"},
                    {"u.k", "U K"},
                    {"u.n", "U N"},
                    {"w/", "with"},
                    {"govt", "government"}};
// Said so only with a full stop behind: without it they are words.
const Words kPointed{
    {"no", "number"},      {"p", "page"},        {"pp", "pages"},         {"vol", "volume"},
    {"ch", "chapter"},     {"fig", "figure"},    {"co", "company"},       {"ave", "avenue"},
    {"rd", "road"},        {"tel", "telephone"}, {"inc", "incorporated"}, {"mon", "Monday"},
    {"tue", "Tuesday"},    {"tues", "Tuesday"},  {"wed", "Wednesday"},    {"thu", "Thursday"},
    {"thurs", "Thursday"}, {"fri", "Friday"},    {"sat", "Saturday"},     {"sun", "Sunday"}};
const Words kSigns{{"&", "and"},        {"+", "plus"},         {"=", "equals"},
                   {"@", "at"},         {"%", "percent"},      {"×", "times"},
                   {"÷", "divided by"}, {"<", "is less than"}, {">", "is greater than"}};
// "www.example.com", "anna@mail.com"
std::string address(const std::string& core) {
    const auto http = core.find("://");
    const auto rest = http == std::string::npos ? core : core.substr(http + 3);
    const bool is = core.contains('@') || rest.starts_with("www.") || http != std::string::npos ||
                    rest.ends_with(".com") || rest.ends_with(".vn") || rest.ends_with(".org");
    if (!is || !rest.contains('.')) return "";
    std::string text;
    for (const char c : rest) {
        if (c == '.')
            text += " dot ";
        else if (c == '@')
            text += " at ";
        else if (c == '/')
            text += " slash ";
        else if (c == '-')
            text += " dash ";
        else
            text += c;
    }
    if (text.starts_with("www ")) text.replace(0, 3, "W W W");
    return text;
}

std::string roman(const Place& place) {
    static const std::set<std::string> kBefore{"war", "chapter", "part", "volume",
                                               "act", "book",    "type", "phase"};
    static const Words kNumbers{{"I", "one"},   {"II", "two"}, {"III", "three"}, {"IV", "four"},
                                {"V", "five"},  {"VI", "six"}, {"VII", "seven"}, {"VIII", "eight"},
                                {"IX", "nine"}, {"X", "ten"}};
    const auto found = kNumbers.find(place.here().core);
    return found != kNumbers.end() && kBefore.contains(place.near(-1)) ? found->second : "";
}

// "St. Paul" is a saint, "Main St." a street.
std::string saint_or_street(const Place& place) {
    const auto& next = place.at + 1 < place.tokens.size() ? place.tokens[place.at + 1].core : "";
    const bool name = !next.empty() && std::isupper(static_cast<unsigned char>(next[0])) != 0;
    const bool after_name =
        place.at > 0 &&
        std::isupper(static_cast<unsigned char>(
            place.tokens[place.at - 1].core.empty() ? 'a' : place.tokens[place.at - 1].core[0])) !=
            0;
    return name && !after_name ? "saint" : "street";
}

}  // namespace

Reading english_reading(const Place& place) {
    const auto& token = place.here();
    const auto word = place.near(0);
    const bool point = token.after.starts_with('.');
    if (const auto title = kTitles.find(word); title != kTitles.end())
        return {title->second, point};
    if (word == "st" && point) return {saint_or_street(place), point};
    if (point || place.near(1).empty() == false) {
        const auto month = kMonths.find(word);
        const bool dated = point || is_figure(place.near(1)) || is_figure(place.near(-1));
        if (month != kMonths.end() && word != "may" && dated) return {month->second, point};
    }
    if (const auto found = kPointed.find(word); point && found != kPointed.end()) {
        const bool counted =
            word != "no" && word != "p" && word != "sun" && word != "sat" && word != "co";
        if (counted || is_figure(place.near(1))) return {found->second, true};
    }
    if ((word == "am" || word == "pm") && is_figure(place.near(-1)))
        return {word == "am" ? "A M" : "P M"};
    if (const auto sign = kSigns.find(token.core); sign != kSigns.end()) return {sign->second};
    if (auto text = coins_after(place); !text.empty()) return {text};
    if (auto text = unit_of_number(place); !text.empty()) return {text};
    if (auto text = roman(place); !text.empty()) return {text};
    if (token.core.size() > 1 && token.core[0] == '#' && is_figure(token.core.substr(1)))
        return {"number " + plain_reading(token.core.substr(1), kTongue)};
    if (const auto written = read_written(token.core, kTongue)) return {meant(*written, place)};
    if (word == "vnd" || word == "usd") return {word == "vnd" ? "dong" : "dollars"};
    if (auto text = address(token.core); !text.empty()) return {plain_reading(text, kTongue)};
    if (const auto slash = token.core.find('/'); slash != std::string::npos) {
        if (word == "and/or") return {"and or"};
        auto text = token.core;
        for (auto at = text.find('/'); at != std::string::npos; at = text.find('/'))
            text.replace(at, 1, " or ");
        return {plain_reading(text, kTongue)};
    }
    // An initial: "J. K. Rowling".
    const bool initial =
        token.core.size() == 1 && std::isupper(static_cast<unsigned char>(token.core[0])) != 0;
    return {.said = plain_reading(token.core, kTongue),
            .takes_point = initial && point && token.core != "I" && !place.near(1).empty(),
            .known = false};
}

}  // namespace lexi::ml::spoken
