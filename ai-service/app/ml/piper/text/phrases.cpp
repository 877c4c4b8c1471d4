#include "ml/piper/text/phrases.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "ml/piper/text/reading.hpp"

namespace lexi::ml::spoken {
namespace {

bool is_dash(const Token& token) {
    return token.core == "-" || token.core == "–" || token.core == "—";
}

// The mark that the signs behind a word come to; the strongest of several.
std::string mark_in(std::string_view signs) {
    for (const std::string_view strong : {"?", "!", "…", "."}) {
        if (signs.contains(strong)) return strong == "…" ? "." : std::string(strong);
    }
    for (const std::string_view weak : {";", ":", ",", ")"}) {
        if (signs.contains(weak)) return weak == ")" ? "," : std::string(weak);
    }
    return "";
}

bool begins_upper(const Place& place, std::size_t at) {
    if (at >= place.tokens.size()) return true;
    const auto& core = place.tokens[at].core;
    return !core.empty() && std::isupper(static_cast<unsigned char>(core[0])) != 0;
}

// The full stop of "p.m." ends a sentence too where a new one begins; that of "Mr." never.
bool point_ends(const Place& place) {
    const auto word = place.near(0);
    const bool can_end = word == "etc" || word == "a.m" || word == "p.m" || word == "v.v" ||
                         word == "ph.d" || word == "ltd" || word == "jr" || word == "sr";
    return place.at + 1 >= place.tokens.size() || (can_end && begins_upper(place, place.at + 1));
}

class Reader {
public:
    Reader(const std::vector<Token>& tokens, Tongue request) : tokens_(tokens), request_(request) {}

    std::vector<Phrase> run() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) read({.tokens = tokens_, .at = at});
        close(".");
        return std::move(phrases_);
    }

private:
    void read(const Place& place) {
        const auto& token = place.here();
        if (is_dash(token)) return close(",");
        if (token.before.contains('(')) close(",");
        if (token.override) {
            open_.words.push_back(
                {.written = token.core, .ipa = token.core, .tongue = token.tongue});
            return after(token.after, token.line_end);
        }
        auto tongue = request_;
        auto reading = read_in(place, tongue);
        if (!reading.known && token.tongue != tongue) {
            tongue = token.tongue;
            reading = read_in(place, tongue);
        }
        if (!reading.said.empty()) {
            open_.words.push_back(
                {.written = token.core, .said = std::move(reading.said), .tongue = tongue});
        }
        auto signs = token.after;
        if (reading.takes_point && !point_ends(place)) signs.erase(0, 1);
        after(signs, token.line_end);
    }

    static Reading read_in(const Place& place, Tongue tongue) {
        return tongue == Tongue::english ? english_reading(place) : vietnamese_reading(place);
    }

    void after(std::string_view signs, bool line_end) {
        const auto mark = mark_in(signs);
        close(mark.empty() && line_end ? "." : mark);
    }

    void close(const std::string& mark) {
        if (mark.empty()) return;
        const bool ends = std::string_view(".?!").contains(mark);
        if (open_.words.empty()) {  // "Hello , world", "(" at the beginning, "Really ?!"
            if (ends && !phrases_.empty() && !phrases_.back().ends_sentence) {
                phrases_.back().mark = mark;
                phrases_.back().ends_sentence = true;
            }
            return;
        }
        open_.mark = mark;
        open_.ends_sentence = ends;
        phrases_.push_back(std::exchange(open_, {}));
    }

    const std::vector<Token>& tokens_;
    const Tongue request_;
    std::vector<Phrase> phrases_;
    Phrase open_;
};

}  // namespace

std::vector<Phrase> phrases_of(std::string_view text, Tongue tongue) {
    const auto tokens = tokens_of(text, tongue);
    auto found = Reader(tokens, tongue).run();
    if (!found.empty() && !found.back().ends_sentence) {
        found.back().mark = ".";
        found.back().ends_sentence = true;
    }
    return found;
}

Tongue tongue_of(std::string_view text) {
    const auto tokens = tokens_of(text, Tongue::english);
    const auto theirs = std::ranges::count(tokens, Tongue::vietnamese, &Token::tongue);
    return theirs > 0 && static_cast<std::size_t>(theirs) * 2 >= tokens.size() ? Tongue::vietnamese
                                                                               : Tongue::english;
}

std::string said_text(const std::vector<Phrase>& phrases) {
    std::string text;
    for (const auto& phrase : phrases) {
        for (const auto& word : phrase.words) {
            if (!text.empty()) text += ' ';
            text += word.ipa.empty() ? word.said : "[[" + word.ipa + "]]";
        }
        text += phrase.mark;
    }
    return text;
}

}  // namespace lexi::ml::spoken
