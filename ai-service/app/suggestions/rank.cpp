#include "suggestions/rank.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace lexi::suggestions {
namespace {

constexpr double kHalfLifeDays = 14;
constexpr double kNewestWeight = 0.25;  // of each further try in the running share of right ones
constexpr double kMastered = 0.85;
constexpr double kEnough = 0.02;     // below it nothing is urgent any more
constexpr double kManyMistakes = 4;  // fresh ones, from which on more add little
constexpr std::size_t kShown = 3;

double freshness(Instant at, Instant now) {
    const std::chrono::duration<double, std::ratio<86400>> age = now - at;
    return std::exp2(-std::max(0.0, age.count()) / kHalfLifeDays);
}

Need need_of(const std::vector<Try>& tries, Instant now) {
    Need need{.skill = tries.front().skill};
    std::map<std::string, int> heard;
    double weight = 0;
    bool first = true;
    for (const auto& one : tries) {  // oldest first
        const double right = one.right ? 1 : 0;
        need.mastery = first ? right : need.mastery + kNewestWeight * (right - need.mastery);
        first = false;
        ++need.tries;
        if (one.right) continue;
        ++need.mistakes;
        ++heard[one.actual];
        weight += freshness(one.at, now);
        need.newest.insert(need.newest.begin(), one);
    }
    if (need.newest.size() > kShown) need.newest.resize(kShown);
    int most = 0;
    for (const auto& [actual, count] : heard) {
        if (count > most && !actual.empty()) need.often_heard_as = actual, most = count;
    }
    need.priority = (1 - need.mastery) * (1 - std::exp(-weight / kManyMistakes));
    return need;
}

}  // namespace

std::vector<Need> needs(std::vector<Try> tries, Instant now) {
    std::ranges::stable_sort(tries, {}, &Try::at);
    std::map<std::string, std::vector<Try>> by_skill;
    for (auto& one : tries) by_skill[one.skill].push_back(std::move(one));
    std::vector<Need> found;
    for (const auto& [skill, of_skill] : by_skill) {
        auto need = need_of(of_skill, now);
        const bool urgent =
            need.mistakes > 1 && need.mastery < kMastered && need.priority >= kEnough;
        if (urgent) found.push_back(std::move(need));
    }
    std::ranges::stable_sort(found, std::greater(), &Need::priority);
    return found;
}

}  // namespace lexi::suggestions
