#include "app/core/grading/diff.hpp"

#include <algorithm>

namespace lexi::grading {
namespace {

bool is_punctuation(const std::string& text) {
    return cut(text).words.empty() && !text.starts_with('(') && !text.starts_with("“");
}

// Steps that share a written word on either side belong together.
struct Unit {
    std::vector<std::size_t> given;  // of Lattice::written, in order
    std::vector<std::size_t> accepted;
    std::vector<Match> matches;
};

void note(std::vector<std::size_t>& list, const Edge* edge) {
    if (edge == nullptr || edge->word == kNoWord) return;
    if (list.empty() || list.back() != edge->word) list.push_back(edge->word);
}

bool shares(const std::vector<std::size_t>& list, const Edge* edge) {
    return edge != nullptr && edge->word != kNoWord && !list.empty() && list.back() == edge->word;
}

std::vector<Unit> units(const std::vector<Step>& steps) {
    std::vector<Unit> out;
    for (const auto& step : steps) {
        if (step.match == Match::silent) continue;
        const bool joins = !out.empty() && (shares(out.back().given, step.given) ||
                                            shares(out.back().accepted, step.accepted));
        if (!joins) out.emplace_back();
        auto& unit = out.back();
        note(unit.given, step.given);
        note(unit.accepted, step.accepted);
        unit.matches.push_back(step.match);
    }
    return out;
}

std::string joined(const std::vector<std::size_t>& words, const Lattice& lattice) {
    std::string text;
    for (const auto word : words) {
        text += (text.empty() ? "" : " ") + lattice.written[word].text;
    }
    return text;
}

bool all_are(const Unit& unit, Match match) {
    return std::ranges::all_of(unit.matches, [match](Match m) { return m == match; });
}

bool any_is(const Unit& unit, std::initializer_list<Match> matches) {
    return std::ranges::any_of(unit.matches,
                               [matches](Match m) { return std::ranges::contains(matches, m); });
}

const char* kind_of(const Unit& unit) {
    if (all_are(unit, Match::kept)) return "kept";
    if (unit.given.empty()) return "missing";
    if (all_are(unit, Match::extra)) return "extra";
    if (any_is(unit, {Match::replaced, Match::extra, Match::missing})) return "replaced";
    return any_is(unit, {Match::typo}) ? "typo" : "diacritics";
}

DiffPiece piece_of(const Unit& unit, const Lattice& given, const Lattice& accepted,
                   std::size_t reached) {
    DiffPiece piece{.kind = kind_of(unit), .text = "", .expected = {}};
    if (unit.given.empty()) {
        piece.text = joined(unit.accepted, accepted);
        piece.start = piece.end = static_cast<std::int64_t>(reached);
        return piece;
    }
    piece.text = joined(unit.given, given);
    piece.start = static_cast<std::int64_t>(given.written[unit.given.front()].begin);
    piece.end = static_cast<std::int64_t>(given.written[unit.given.back()].end);
    if (piece.kind != "kept" && piece.kind != "extra") {
        piece.expected = joined(unit.accepted, accepted);
    }
    return piece;
}

// Kept words, words too many and words too few run together; what is replaced stands alone.
bool runs_on(const DiffPiece& piece) {
    return piece.kind == "kept" || piece.kind == "extra" || piece.kind == "missing";
}

}  // namespace

std::string shown(const std::vector<Step>& steps, const Lattice& accepted) {
    std::string text;
    std::size_t last = kNoWord;
    for (const auto& step : steps) {
        if (step.accepted == nullptr || step.accepted->word == kNoWord) continue;
        if (step.accepted->word == last) continue;
        last = step.accepted->word;
        const auto& word = accepted.written[last].text;
        text += (text.empty() || is_punctuation(word) ? "" : " ") + word;
    }
    return text;
}

std::vector<DiffPiece> difference(const std::vector<Step>& steps, const Lattice& given,
                                  const Lattice& accepted) {
    std::vector<DiffPiece> out;
    std::size_t reached = 0;
    for (const auto& unit : units(steps)) {
        auto piece = piece_of(unit, given, accepted, reached);
        reached = static_cast<std::size_t>(piece.end);
        if (!out.empty() && out.back().kind == piece.kind && runs_on(piece)) {
            out.back().text += " " + piece.text;
            out.back().end = piece.end;
        } else {
            out.push_back(std::move(piece));
        }
    }
    return out;
}

}  // namespace lexi::grading
