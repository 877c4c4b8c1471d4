#pragma once
// Which slot a new job gets and how much of its prompt is in a cache already. Pure.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lexi::ml {

/// Prompts are computed in blocks that begin at multiples of this, each in a decode of its own.
/// With the thread count of reproducible jobs, a block's numbers then depend on nothing but the
/// tokens before it, so that taking it from a cache or computing it anew gives the same bits.
inline constexpr std::size_t kBlock = 64;

/// What a slot's cache holds.
struct SlotView {
    std::span<const std::int32_t> tokens;
    std::size_t exact = 0;  // leading tokens that reproducible jobs computed in whole blocks
    std::string session;
    std::uint64_t last_used = 0;
    bool busy = false;
};

struct SlotPlan {
    std::size_t slot = 0;    // gets the job; never a busy one
    std::size_t source = 0;  // its cache is taken (copied when it is not `slot`)
    std::size_t reuse = 0;   // tokens
    std::size_t exact = 0;   // of the slot, once the prompt is computed
};

/// At least one slot must be free, and `prompt` not empty.
SlotPlan plan_slot(const std::vector<SlotView>& slots, std::span<const std::int32_t> prompt,
                   const std::string& session, bool reproducible);

}  // namespace lexi::ml
