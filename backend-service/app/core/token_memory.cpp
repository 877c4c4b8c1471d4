#include "app/core/token_memory.hpp"

#include <algorithm>
#include <utility>

namespace lexi {
namespace {

constexpr std::chrono::seconds kGood{2};
constexpr std::chrono::seconds kRefused{60};

std::int64_t window(Instant now, std::chrono::seconds length) {
    return now.time_since_epoch() / length;
}

}  // namespace

void TokenMemory::turn(Instant now) {
    if (const auto current = window(now, kGood); current != good_window_) {
        good_window_ = current;
        good_.clear();
    }
    if (const auto current = window(now, kRefused); current != refused_window_) {
        refused_[1] = current == refused_window_ + 1 ? std::move(refused_[0]) : Refusals{};
        refused_[0] = {};
        refused_window_ = current;
    }
}

bool TokenMemory::is_refused(const jwt::Claims& claims) const {
    return std::ranges::any_of(refused_, [&claims](const Refusals& refused) {
        if (refused.tokens.contains(claims.jti)) return true;
        const auto user = refused.users.find(claims.subject.str());
        return user != refused.users.end() && claims.kind == jwt::Kind::access &&
               claims.issued_at < user->second;
    });
}

TokenMemory::Word TokenMemory::recall(const jwt::Claims& claims, Instant now) {
    const std::lock_guard lock(mutex_);
    turn(now);
    if (is_refused(claims)) return Word::refused;
    return good_.contains(claims.jti) ? Word::good : Word::unknown;
}

void TokenMemory::found_good(const jwt::Claims& claims, Instant now) {
    const std::lock_guard lock(mutex_);
    turn(now);
    good_.insert(claims.jti);
}

void TokenMemory::refuse_token(const std::string& jti, Instant now) {
    const std::lock_guard lock(mutex_);
    turn(now);
    refused_[0].tokens.insert(jti);
}

void TokenMemory::refuse_user(const Uuid& user, Instant from, Instant now) {
    const std::lock_guard lock(mutex_);
    turn(now);
    auto& known = refused_[0].users[user.str()];
    known = std::max(known, from);
}

}  // namespace lexi
