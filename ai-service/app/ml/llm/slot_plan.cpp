#include "ml/llm/slot_plan.hpp"

#include <algorithm>

namespace lexi::ml {
namespace {

// A copy moves the whole cache of a slot; it pays only when it saves some computing.
constexpr std::size_t kWorthCopying = 32;

// The last token of the prompt is always computed: its output begins the answer.
std::size_t reusable(const SlotView& slot, std::span<const std::int32_t> prompt, bool exactly) {
    const auto differ = std::ranges::mismatch(slot.tokens, prompt);
    auto common = static_cast<std::size_t>(differ.in2 - prompt.begin());
    common = std::min(common, prompt.size() - 1);
    if (!exactly) return common;
    return std::min(common, slot.exact) / kBlock * kBlock;
}

// Its conversation goes on in `prompt`: most of what it holds comes again.
bool continues(const SlotView& slot, std::span<const std::int32_t> prompt) {
    return slot.tokens.size() >= kWorthCopying &&
           2 * reusable(slot, prompt, false) > slot.tokens.size() &&
           prompt.size() > slot.tokens.size();
}

// The session's own slot, or without a session the one whose conversation goes on; else an empty or
// the longest unused one.
std::size_t free_slot(const std::vector<SlotView>& slots, std::span<const std::int32_t> prompt,
                      const std::string& session) {
    std::size_t best = slots.size();
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].busy) continue;
        const bool own = session.empty() ? slots[i].session.empty() && continues(slots[i], prompt)
                                         : slots[i].session == session;
        if (own) return i;
        if (best == slots.size() || slots[i].last_used < slots[best].last_used) best = i;
    }
    return best;
}

}  // namespace

SlotPlan plan_slot(const std::vector<SlotView>& slots, std::span<const std::int32_t> prompt,
                   const std::string& session, bool reproducible) {
    SlotPlan plan;
    plan.slot = plan.source = free_slot(slots, prompt, session);
    plan.reuse = reusable(slots[plan.slot], prompt, reproducible);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto reuse = reusable(slots[i], prompt, reproducible);
        if (reuse > plan.reuse + (plan.source == plan.slot ? kWorthCopying : 0)) {
            plan.reuse = reuse;
            plan.source = i;
        }
    }
    plan.exact = reproducible ? prompt.size() / kBlock * kBlock
                              : std::min(plan.reuse, slots[plan.source].exact) / kBlock * kBlock;
    return plan;
}

}  // namespace lexi::ml
