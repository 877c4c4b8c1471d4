#include "app/auth/service.hpp"

#include "app/auth/common_password.hpp"
#include "app/auth/sessions.hpp"
#include "app/core/learner_day.hpp"
#include "app/core/passwords.hpp"

namespace lexi::auth {
namespace {

Result<void> fit_password(const char* field, const std::string& password) {
    if (!is_common_password(password)) return {};
    return fail_field(field, "is among the commonest passwords; choose another");
}

Result<void> check_form(const Register& asked) {
    if (auto fit = fit_password("password", asked.password); !fit) return fit;
    if (asked.time_zone && !is_time_zone(*asked.time_zone)) {
        return fail_field("time_zone", "must be an IANA time zone such as Asia/Ho_Chi_Minh");
    }
    return {};
}

Task<Result<UserView>> add(UnitOfWork& work, NewUser user, Instant now) {
    const std::string email = user.asked.email;
    const std::string username = user.asked.username;
    const auto id = co_await add_user(work, std::move(user));
    if (id) {
        auto view = co_await load_user(work, *id, now);
        co_return view;
    }
    Problem taken{.fault = Fault::already_exists, .say = "This account exists already."};
    const auto fields = co_await taken_fields(work, email, username);
    for (const auto& field : fields) taken.fields.emplace(field, "is taken");
    co_return std::unexpected(std::move(taken));
}

Task<Result<std::optional<Credentials>>> find(UnitOfWork& work, std::string name,
                                              std::string place) {
    auto found = co_await find_by_name(work, std::move(name), std::move(place));
    co_return found;
}

Task<Result<Credentials>> find_again(UnitOfWork& work, Uuid user) {
    auto found = co_await lock_account(work, user);
    if (!found) co_return fail(Fault::token_invalid, "This account no longer exists.");
    co_return std::move(*found);
}

std::unexpected<Problem> wrong_credentials() {
    return fail(Fault::token_invalid, "The user name or the password is not right.");
}

// Not 401, by which a client would throw its good tokens away.
std::unexpected<Problem> wrong_current() {
    return std::unexpected(Problem{.fault = Fault::forbidden,
                                   .say = "The current password is not right.",
                                   .fields = {{"current_password", "is not right"}}});
}

std::unexpected<Problem> bad_refresh() {
    return fail(Fault::token_invalid, "The refresh token is not valid. Please sign in again.");
}

}  // namespace

TokenReply AuthService::reply(const Session& session) const {
    return {.access_token = session.pair.access,
            .refresh_token = session.pair.refresh,
            .expires_in = std::chrono::seconds(lives_.access).count(),
            .user_id = session.who.id.str(),
            .username = session.who.username,
            .email = session.who.email};
}

// Keyed, so that the table of places tells nobody an address.
std::string AuthService::place_of(const std::string& address) const {
    return sha256_hex(secret_ + "\nplace\n" + address);
}

Task<Result<UserView>> AuthService::sign_up(Register asked, Instant now) {
    if (auto ok = check_form(asked); !ok) co_return std::unexpected(ok.error());
    auto hash =
        co_await offload(passwords_, [word = asked.password] { return hash_password(word); });
    if (!hash) co_return std::unexpected(hash.error());
    Effect<UserView> effect = [user = NewUser{std::move(asked), std::move(*hash)},
                               now](UnitOfWork& work) { return add(work, user, now); };
    auto view = co_await db_.transact<UserView>(std::move(effect));
    co_return view;
}

Task<Result<TokenReply>> AuthService::sign_in(Login asked, std::string address, Instant now) {
    auto name = asked.email ? asked.email : asked.username;
    if (!name) co_return fail_field("email", "is required");
    // A second round where the password was replaced or hashed anew between the look and the lock.
    for (int round = 0; round < 2; ++round) {
        auto session = co_await try_sign_in(*name, asked.password, address, now);
        if (!session) co_return std::unexpected(session.error());
        if (*session) co_return reply(**session);
    }
    co_return wrong_credentials();
}

Task<Result<std::optional<Session>>> AuthService::try_sign_in(std::string name,
                                                              std::string password,
                                                              std::string address, Instant now) {
    const auto place = place_of(address);
    Effect<std::optional<Credentials>> search = [name, place](UnitOfWork& work) {
        return find(work, name, place);
    };
    auto who = co_await db_.read<std::optional<Credentials>>(std::move(search));
    if (!who) co_return std::unexpected(who.error());
    const bool known = who->has_value();
    Try tried{.account = known ? (*who)->id.str() : name,
              .address = std::move(address),
              .is_at_home = known && (*who)->is_at_home};
    auto allowed = co_await throttle_.take(tried, now);
    if (!allowed) co_return std::unexpected(allowed.error());
    Begin begin{.user = known ? (*who)->id : Uuid::random(),
                .verified_hash = known ? (*who)->hashed_password : std::string(),
                .new_hash = {},
                .place = place,
                .lives = lives_,
                .secret = secret_,
                .now = now};
    auto right = co_await check(password, begin.verified_hash, &begin.new_hash);
    if (!right || *right) co_await throttle_.forgive(tried, right.has_value());
    if (!right) co_return std::unexpected(right.error());
    if (!*right) co_return wrong_credentials();
    Effect<std::optional<Session>> effect = [begin](UnitOfWork& work) {
        return begin_session(work, begin);
    };
    auto session = co_await db_.transact<std::optional<Session>>(std::move(effect));
    co_return session;
}

// `again` gets a hash of today's kind where `stored` is none.
Task<Result<bool>> AuthService::check(std::string password, std::string stored,
                                      std::optional<std::string>* again) {
    auto verdict = co_await offload(passwords_, [password, stored] {
        return check_password(password, stored.empty() ? decoy_hash() : stored);
    });
    if (!verdict) co_return std::unexpected(verdict.error());
    if (stored.empty() || !verdict->matches) co_return false;
    if (verdict->outdated && again != nullptr) {
        auto hash = co_await offload(passwords_, [password] { return hash_password(password); });
        if (hash) *again = std::move(*hash);
    }
    co_return true;
}

Task<Result<TokenReply>> AuthService::refresh(Refresh asked, Instant now) {
    auto claims = jwt::verify(asked.refresh_token, secret_, jwt::Kind::refresh, now);
    if (!claims) co_return std::unexpected(claims.error());
    Renewal renewal{std::move(asked.refresh_token), *claims, lives_, secret_, now};
    Effect<std::optional<Session>> effect = [renewal](UnitOfWork& work) {
        return renew_session(work, renewal);
    };
    const auto renewed = co_await db_.transact<std::optional<Session>>(std::move(effect));
    if (!renewed) co_return std::unexpected(renewed.error());
    if (!*renewed) co_return bad_refresh();
    co_return reply(**renewed);
}

Task<Result<http::Empty>> AuthService::sign_out(jwt::Claims claims, Logout asked, Instant now) {
    SignOut out{claims, asked.refresh_token, asked.all.value_or(false), now};
    Effect<std::optional<Ended>> effect = [&revocation = revocation_, out](UnitOfWork& work) {
        return end_session(work, revocation, out);
    };
    const auto ended = co_await db_.transact<std::optional<Ended>>(std::move(effect));
    if (!ended) co_return std::unexpected(ended.error());
    if (*ended) {
        co_await revocation_.publish(**ended, now);
    } else {
        co_await revocation_.publish_token(claims.jti, claims.expires_at, now);
    }
    co_return http::Empty{};
}

Task<Result<TokenReply>> AuthService::change_password(Uuid user, PasswordChange asked,
                                                      std::string address, Instant now) {
    if (auto fit = fit_password("new_password", asked.new_password); !fit) {
        co_return std::unexpected(fit.error());
    }
    Effect<Credentials> search = [user](UnitOfWork& work) { return find_again(work, user); };
    const auto who = co_await db_.read<Credentials>(std::move(search));
    if (!who) co_return std::unexpected(who.error());
    const auto place = place_of(address);
    Try tried{.account = user.str(), .address = std::move(address), .is_at_home = true};
    auto allowed = co_await throttle_.take(tried, now);
    if (!allowed) co_return std::unexpected(allowed.error());
    auto right = co_await check(asked.current_password, who->hashed_password, nullptr);
    if (!right || *right) co_await throttle_.forgive(tried, right.has_value());
    if (!right) co_return std::unexpected(right.error());
    if (!*right) co_return wrong_current();
    if (asked.new_password == asked.current_password) {
        co_return fail_field("new_password", "must differ from the current one");
    }
    auto hash =
        co_await offload(passwords_, [word = asked.new_password] { return hash_password(word); });
    if (!hash) co_return std::unexpected(hash.error());
    Replacement replacement{.session = {.user = user,
                                        .verified_hash = who->hashed_password,
                                        .new_hash = {},
                                        .place = place,
                                        .lives = lives_,
                                        .secret = secret_,
                                        .now = now},
                            .new_hash = std::move(*hash)};
    Effect<Replaced> effect = [&revocation = revocation_, replacement](UnitOfWork& work) {
        return replace_password(work, revocation, replacement);
    };
    const auto replaced = co_await db_.transact<Replaced>(std::move(effect));
    if (!replaced) co_return std::unexpected(replaced.error());
    co_await revocation_.publish(replaced->ended, now);
    co_return reply(replaced->session);
}

}  // namespace lexi::auth
