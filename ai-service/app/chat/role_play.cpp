#include "chat/role_play.hpp"

#include <algorithm>
#include <tuple>

#include "chat/service.hpp"

namespace lexi::chat {
namespace {

roleplay::Progress progress_of(const RolePlay& stored) {
    return {.scripted = stored.scripted,
            .node = stored.node,
            .misses = stored.misses,
            .turns = stored.turns,
            .reached = stored.reached,
            .ended = stored.ended};
}

}  // namespace

Result<void> begin_role_play(const ChatBody& body, const roleplay::Scenarios& scenarios,
                             StoredContext& context) {
    if (!body.scenario_id) {
        if (body.scripted.value_or(false)) {
            return fail_field("scripted", "needs a scenario_id: only role-plays are written out");
        }
        return {};
    }
    const auto found = scenarios.find(*body.scenario_id);
    if (found == scenarios.end()) {
        return fail_field("scenario_id", "is not one of GET /ai/chat/scenarios");
    }
    context.scenarioId = found->first;
    context.scripted = body.scripted.value_or(false);
    context.userLevel = found->second.level;
    context.currentTopic = found->second.title;
    return {};
}

Result<void> check_role_play(const ChatBody& body, const StoredContext& context) {
    if (body.scenario_id && *body.scenario_id != context.scenarioId) {
        return fail_field("scenario_id", "is not this conversation's; begin a new one");
    }
    if (body.scripted && *body.scripted != context.scripted) {
        return fail_field("scripted", "is chosen when the conversation begins");
    }
    return {};
}

Result<RolePlayTurn> RolePlayTurn::take(const StoredContext& context,
                                        const roleplay::Scenarios& scenarios,
                                        const std::string& last_reply, const std::string& message) {
    RolePlayTurn turn;
    if (context.scenarioId.empty()) return turn;
    const auto found = scenarios.find(context.scenarioId);
    if (found == scenarios.end()) {
        return fail(Fault::not_found, "This role-play is no longer there. Please begin another.");
    }
    turn.scenario_ = &found->second;
    turn.progress_ = roleplay::beginning(found->second, context.scripted);
    ChatReply last;
    if (!last_reply.empty() && !glz::read_json(last, last_reply) && last.role_play) {
        turn.progress_ = progress_of(*last.role_play);
    }
    if (turn.progress_.ended) {
        return fail(Fault::conflict, "This role-play has ended. Please begin a new one.");
    }
    turn.play(message);
    return turn;
}

void RolePlayTurn::play(const std::string& message) {
    if (progress_.scripted) {
        auto line = roleplay::play(*scenario_, progress_, message);
        line_ = std::move(line.text);
        line_vi_ = std::move(line.text_vi);
        hint_vi_ = std::move(line.hint_vi);
        example_ = std::move(line.example);
        return;
    }
    line_ = roleplay::take_turn(*scenario_, progress_, message);
    if (line_) line_vi_ = scenario_->closing_vi;
}

std::string RolePlayTurn::instructions() const {
    return scenario_ == nullptr ? "" : roleplay::instructions(*scenario_, progress_);
}

std::optional<RolePlay> RolePlayTurn::view() const {
    if (scenario_ == nullptr) return std::nullopt;
    return RolePlay{.scenario_id = scenario_->slug,
                    .scripted = progress_.scripted,
                    .node = progress_.node,
                    .misses = progress_.misses,
                    .turns = progress_.turns,
                    .reached = progress_.reached,
                    .ended = progress_.ended,
                    .reply_vi = line_vi_,
                    .hint_vi = hint_vi_,
                    .example = example_};
}

ScenarioItem item_of(const roleplay::Scenario& scenario) {
    ScenarioItem item{.id = scenario.slug,
                      .title = scenario.title,
                      .title_vi = scenario.title_vi,
                      .level = scenario.level,
                      .situation = scenario.situation,
                      .situation_vi = scenario.situation_vi,
                      .partner = scenario.ai_role,
                      .partner_vi = scenario.ai_role_vi,
                      .you = scenario.learner_role,
                      .you_vi = scenario.learner_role_vi,
                      .target_words = scenario.target_words,
                      .goals = {},
                      .opening = scenario.script.front().text,
                      .opening_vi = scenario.script.front().text_vi,
                      .max_turns = scenario.max_turns};
    for (const auto& goal : scenario.goals) {
        item.goals.push_back({goal.id, goal.description, goal.description_vi, goal.hint_vi});
    }
    return item;
}

Task<Result<std::vector<ScenarioItem>>> ChatService::scenarios(ScenarioFilter filter) const {
    std::vector<ScenarioItem> items;
    for (const auto& [slug, scenario] : parts_.scenarios) {
        if (!filter.level || *filter.level == scenario.level) items.push_back(item_of(scenario));
    }
    std::ranges::sort(items, {}, [](const ScenarioItem& i) { return std::tie(i.level, i.title); });
    co_return items;
}

}  // namespace lexi::chat
