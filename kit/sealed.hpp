#pragma once
// Text that goes from one service to the other through the learner's hands, and that the learner
// cannot read: AES-256-GCM under a key made of the shared SECRET_KEY.
#include <string>
#include <string_view>

#include "kit/clock.hpp"
#include "kit/result.hpp"

namespace lexi::sealed {

/// A token that gives `text` back to who has the secret, for `holder` (the learner) only and until
/// `expires`. The same arguments give the same token, so that what carries it can be cached; its
/// nonce is made of all of them, so that no two texts share one.
std::string seal(std::string_view text, std::string_view holder, Instant expires,
                 std::string_view secret);

/// Nothing is told of a token that is not whole, not ours, another's or past its time: invalid.
Result<std::string> open(std::string_view token, std::string_view holder, std::string_view secret,
                         Instant now);

}  // namespace lexi::sealed
