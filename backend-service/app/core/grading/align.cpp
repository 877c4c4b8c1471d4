#include "app/core/grading/align.hpp"

#include <limits>
#include <string_view>
#include <unordered_map>

#include "app/core/grading/spelling.hpp"

namespace lexi::grading {
namespace {

using Cost = unsigned;

constexpr Cost kSlip = 3;     // a typo, or missing diacritics
constexpr Cost kAlone = 6;    // a word too many or too few
constexpr Cost kOther = 11;   // another word in its place: less than one too many and one too few
constexpr Cost kSimilar = 8;  // another form of the word in its place
constexpr Cost kFar = std::numeric_limits<Cost>::max() / 2;

// What it costs to write one word for another, computed once a pair.
class Pairs {
public:
    Pairs(Language language, bool forgiving) : language_(language), forgiving_(forgiving) {}

    struct Verdict {
        Cost cost = 0;
        Match match = Match::kept;
    };

    Verdict of(const std::string& given, const std::string& accepted) {
        if (given == accepted) return {};
        auto& row = known_[given];
        const auto found = row.find(accepted);
        if (found != row.end()) return found->second;
        return row[accepted] = judged(given, accepted);
    }

private:
    Verdict judged(const std::string& given, const std::string& accepted) const {
        if (language_ == Language::vi) {
            if (lacks_marks_of(given, accepted)) return {kSlip, Match::marks};
            const bool near = without_marks(given) == without_marks(accepted);
            return {near ? kSimilar : kOther, Match::replaced};
        }
        if (forgiving_ && is_typo(given, accepted)) return {kSlip, Match::typo};
        return {similar(given, accepted) ? kSimilar : kOther, Match::replaced};
    }

    static bool similar(std::string_view a, std::string_view b) {
        if (a.empty() || b.empty() || a.size() > 40 || b.size() > 40) return false;
        const auto half = std::max(a.size(), b.size()) / 2;
        return half > 0 && letters_apart(a, b, half) <= half && a[0] == b[0];
    }

    Language language_;
    bool forgiving_;
    std::unordered_map<std::string_view, std::unordered_map<std::string_view, Verdict>> known_;
};

class Table {
public:
    Table(const Lattice& given, const Lattice& accepted, Pairs& pairs)
        : given_(given),
          accepted_(accepted),
          pairs_(pairs),
          width_(accepted.nodes.size()),
          cost_(given.nodes.size() * width_, kFar) {}

    std::vector<Step> best() {
        for (std::size_t g = given_.nodes.size(); g-- > 0;) {
            for (std::size_t a = width_; a-- > 0;) at(g, a) = cheapest(g, a, nullptr);
        }
        std::vector<Step> steps;
        std::size_t g = 0;
        std::size_t a = 0;
        while (g != given_.last() || a != accepted_.last()) {
            Step step;
            cheapest(g, a, &step);
            if (step.given != nullptr) g = step.given->to;
            if (step.accepted != nullptr) a = step.accepted->to;
            steps.push_back(step);
        }
        return steps;
    }

private:
    Cost& at(std::size_t g, std::size_t a) { return cost_[g * width_ + a]; }

    // The least cost from here to both ends, and the first step of it.
    Cost cheapest(std::size_t g, std::size_t a, Step* step) {
        if (g == given_.last() && a == accepted_.last()) return 0;
        Cost best = kFar;
        const auto consider = [&](Cost cost, Match match, const Edge* from, const Edge* to) {
            if (cost >= best) return;
            best = cost;
            if (step != nullptr) *step = {.match = match, .given = from, .accepted = to};
        };
        for (const auto& to : accepted_.nodes[a]) {
            if (to.token.empty()) {
                consider(at(g, to.to), Match::silent, nullptr, &to);
                continue;
            }
            for (const auto& from : given_.nodes[g]) {
                if (from.token.empty()) continue;
                const auto rest = at(from.to, to.to);
                if (rest >= best) continue;
                const auto pair = pairs_.of(from.token, to.token);
                consider(rest + pair.cost, pair.match, &from, &to);
            }
            consider(at(g, to.to) + kAlone, Match::missing, nullptr, &to);
        }
        for (const auto& from : given_.nodes[g]) {
            const bool silent = from.token.empty();
            consider(at(from.to, a) + (silent ? 0 : kAlone), silent ? Match::silent : Match::extra,
                     &from, nullptr);
        }
        return best;
    }

    const Lattice& given_;
    const Lattice& accepted_;
    Pairs& pairs_;
    std::size_t width_;
    std::vector<Cost> cost_;
};

}  // namespace

std::vector<Step> align(const Lattice& given, const Lattice& accepted, Language language,
                        bool forgiving) {
    Pairs pairs(language, forgiving);
    return Table(given, accepted, pairs).best();
}

}  // namespace lexi::grading
