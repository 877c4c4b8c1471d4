#include "ml/phones/injection.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

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
    ErrorKind kind = ErrorKind::deletion;
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

// Everything that could go wrong with one piece.
std::vector<Place> places_at(const std::vector<IpaPiece>& pieces, std::size_t at) {
    std::vector<Place> found;
    if (!single(pieces[at]) || is_vowel(pieces[at].phones[0])) return found;
    const auto* next = next_in_word(pieces, at);
    const bool consonant_next = next != nullptr && single(*next) && !is_vowel(next->phones[0]);
    if (next == nullptr) found.push_back({ErrorKind::deletion, at, ""});
    if (next == nullptr || consonant_next) found.push_back({ErrorKind::insertion, at, "AH"});
    for (const auto& exchange : kExchanges) {
        if (exchange.from == pieces[at].phones[0] && !same_to_the_ear(pieces, at, exchange.to)) {
            found.push_back({ErrorKind::substitution, at, std::string(exchange.to)});
        }
    }
    return found;
}

// Not std::uniform_int_distribution: it differs between standard libraries.
std::size_t below(std::size_t end, std::mt19937& random) { return random() % end; }

void keep_kind(std::vector<Place>& places, ErrorKind kind) {
    std::erase_if(places, [kind](const Place& place) { return place.kind != kind; });
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

void put(SpokenText& text, const IpaPiece& piece, const Place& error, std::size_t place) {
    const bool inserted = error.kind == ErrorKind::insertion;
    text.errors.push_back({.kind = error.kind,
                           .place = place + (inserted ? 1 : 0),
                           .from = inserted ? "" : piece.phones[0],
                           .to = error.to});
    if (error.to.empty()) return;
    text.ipa += inserted ? "ə" : arpabet_to_ipa(error.to);
    text.spoken.push_back(error.to);
}

// `errors` in the order of their pieces.
SpokenText spoken(const std::vector<IpaPiece>& pieces, std::span<const Place> errors) {
    SpokenText text;
    describe(text, pieces);
    std::size_t place = 0;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        const auto& piece = pieces[at];
        const bool here = !errors.empty() && errors.front().piece == at;
        if (!here || errors.front().kind == ErrorKind::insertion) {
            text.ipa += piece.ipa;
            text.spoken.insert(text.spoken.end(), piece.phones.begin(), piece.phones.end());
        }
        if (here) {
            put(text, piece, errors.front(), place);
            errors = errors.subspan(1);
        }
        place += piece.phones.size();
    }
    return text;
}

}  // namespace

SpokenText without_error(std::string_view ipa) { return spoken(ipa_pieces(ipa), {}); }

SpokenText with_error(std::string_view ipa, ErrorKind kind, std::mt19937& random) {
    const auto pieces = ipa_pieces(ipa);
    std::vector<Place> possible;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        std::ranges::move(places_at(pieces, at), std::back_inserter(possible));
    }
    keep_kind(possible, kind);
    if (possible.empty()) return spoken(pieces, {});
    return spoken(pieces, {&possible[below(possible.size(), random)], 1});
}

SpokenText with_errors(std::string_view ipa, double share, std::mt19937& random) {
    const auto pieces = ipa_pieces(ipa);
    std::vector<Place> chosen;
    std::size_t phones = 0;     // of the pieces so far
    std::size_t free_from = 0;  // the phone from which on there may be an error again
    for (std::size_t at = 0; at < pieces.size(); phones += pieces[at++].phones.size()) {
        auto possible = places_at(pieces, at);
        if (possible.empty() || phones < free_from) continue;
        if (static_cast<double>(below(1000, random)) >= share * 1000) continue;
        const auto kind = possible[below(possible.size(), random)].kind;
        keep_kind(possible, kind);
        chosen.push_back(possible[below(possible.size(), random)]);
        free_from = phones + (kind == ErrorKind::insertion ? 3 : 2);
    }
    return spoken(pieces, chosen);
}

}  // namespace lexi::ml
