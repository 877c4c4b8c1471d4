#include "ml/phones/injection.hpp"

#include <algorithm>
#include <array>

#include "ml/phones/aligner.hpp"
#include "ml/phones/arpabet.hpp"

namespace lexi::ml {
namespace {

struct Exchange {
    std::string_view from, to;
};

// ANCHORS 2.4 and the sounds that Vietnamese lacks or has only at one end of a syllable: th- and
// dh-stopping, s and sh, affricates, v and w, l n r, voiceless for voiced finals.
constexpr std::array kExchanges{
    Exchange{"TH", "T"}, Exchange{"TH", "S"},  Exchange{"DH", "D"},  Exchange{"DH", "Z"},
    Exchange{"SH", "S"}, Exchange{"S", "SH"},  Exchange{"Z", "S"},   Exchange{"ZH", "Z"},
    Exchange{"CH", "T"}, Exchange{"CH", "SH"}, Exchange{"JH", "CH"}, Exchange{"JH", "Z"},
    Exchange{"V", "B"},  Exchange{"V", "W"},   Exchange{"W", "V"},   Exchange{"L", "N"},
    Exchange{"N", "L"},  Exchange{"R", "L"},   Exchange{"L", "R"},   Exchange{"P", "B"},
    Exchange{"F", "P"},  Exchange{"D", "T"},   Exchange{"B", "P"},   Exchange{"G", "K"},
    Exchange{"V", "F"},  Exchange{"T", "D"},   Exchange{"K", "G"},   Exchange{"NG", "N"},
    Exchange{"N", "NG"}, Exchange{"Z", "D"},   Exchange{"F", "V"},   Exchange{"HH", "K"}};

struct Place {
    std::size_t piece = 0;
    std::string to;  // what is said there, or put after it
};

bool single(const IpaPiece& piece) { return piece.phones.size() == 1; }

// The piece's neighbour that has phones, within its word; nullptr at the word's end.
const IpaPiece* next_in_word(const std::vector<IpaPiece>& pieces, std::size_t at) {
    for (++at; at < pieces.size(); ++at) {
        if (pieces[at].ipa == " " || pieces[at].ipa == ",") return nullptr;
        if (!pieces[at].phones.empty()) return &pieces[at];
    }
    return nullptr;
}

// After s the stops of "stop" and "sky" have no breath, and the t of "water" is a flap: with the
// voiced sound in their place nothing else would be heard.
bool sounds_voiced(const std::vector<IpaPiece>& pieces, std::size_t at) {
    return pieces[at].ipa == "ɾ" || (at > 0 && pieces[at - 1].ipa == "s");
}

bool same_to_the_ear(const std::vector<IpaPiece>& pieces, std::size_t at, std::string_view to) {
    const auto& from = pieces[at].phones[0];
    const bool voicing =
        (from == "T" && to == "D") || (from == "K" && to == "G") || (from == "P" && to == "B");
    return voicing && sounds_voiced(pieces, at);
}

std::vector<Place> places(const std::vector<IpaPiece>& pieces, ErrorKind kind) {
    std::vector<Place> found;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (!single(pieces[at]) || is_vowel(pieces[at].phones[0])) continue;
        const auto* next = next_in_word(pieces, at);
        const bool consonant_next = next != nullptr && single(*next) && !is_vowel(next->phones[0]);
        if (kind == ErrorKind::deletion && next == nullptr) found.push_back({at, ""});
        if (kind == ErrorKind::insertion && (next == nullptr || consonant_next)) {
            found.push_back({at, "AH"});
        }
        if (kind != ErrorKind::substitution) continue;
        for (const auto& exchange : kExchanges) {
            if (exchange.from == pieces[at].phones[0] &&
                !same_to_the_ear(pieces, at, exchange.to)) {
                found.push_back({at, std::string(exchange.to)});
            }
        }
    }
    return found;
}

void describe(SpokenText& text, const std::vector<IpaPiece>& pieces) {
    text.expected.emplace_back();
    for (const auto& piece : pieces) {
        if (piece.ipa == " " && !text.expected.back().empty()) text.expected.emplace_back();
        auto& word = text.expected.back();
        word.insert(word.end(), piece.phones.begin(), piece.phones.end());
    }
    if (text.expected.back().empty()) text.expected.pop_back();
}

void speak(SpokenText& text, const std::vector<IpaPiece>& pieces, const Place* error) {
    std::size_t place = 0;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        const auto& piece = pieces[at];
        const bool here = error != nullptr && error->piece == at;
        const bool kept = !here || text.kind == ErrorKind::insertion;
        if (kept) {
            text.ipa += piece.ipa;
            text.spoken.insert(text.spoken.end(), piece.phones.begin(), piece.phones.end());
        }
        if (here) {
            text.place = place + (text.kind == ErrorKind::insertion ? 1 : 0);
            if (text.kind != ErrorKind::insertion) text.from = piece.phones[0];
            text.to = error->to;
            if (!error->to.empty()) {
                text.ipa += text.kind == ErrorKind::insertion ? "ə" : arpabet_to_ipa(error->to);
                text.spoken.push_back(error->to);
            }
        }
        place += piece.phones.size();
    }
}

}  // namespace

SpokenText with_error(std::string_view ipa, ErrorKind kind, std::mt19937& random) {
    const auto pieces = ipa_pieces(ipa);
    SpokenText text;
    describe(text, pieces);
    const auto possible = places(pieces, kind);
    if (possible.empty()) {
        speak(text, pieces, nullptr);
        return text;
    }
    text.kind = kind;
    // Not std::uniform_int_distribution: it differs between standard libraries.
    const auto& chosen = possible[random() % possible.size()];
    speak(text, pieces, &chosen);
    return text;
}

}  // namespace lexi::ml
