#include <malloc.h>

#include <algorithm>
#include <chrono>

#include "app/achievements/routes.hpp"
#include "app/admin/routes.hpp"
#include "app/auth/routes.hpp"
#include "app/cli/verbs.hpp"
#include "app/content/routes.hpp"
#include "app/core/achievements.hpp"
#include "app/core/passwords.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"
#include "app/courses/routes.hpp"
#include "app/goals/routes.hpp"
#include "app/leaderboard/routes.hpp"
#include "app/lessons/routes.hpp"
#include "app/progress/routes.hpp"
#include "app/streaks/routes.hpp"
#include "app/transfer/routes.hpp"
#include "app/users/routes.hpp"
#include "app/vocabulary/fit_worker.hpp"
#include "app/vocabulary/forecast_routes.hpp"
#include "app/vocabulary/routes.hpp"
#include "kit/log.hpp"
#include "kit/metrics.hpp"
#include "kit/server.hpp"

namespace lexi::cli {
namespace {

constexpr std::size_t kMaxUpload = std::size_t{21} << 20;  // a file of 20 MiB and its wrapping
constexpr double kTimeout = 5.0;              // seconds until a request is answered 503
constexpr std::size_t kLeastConnections = 4;  // an event loop

std::size_t connections_per_loop(const Config& config) {
    return std::max(kLeastConnections, config.db_connections / (config.threads));
}

// The server gives up a little after the client did, so that no statement is left behind.
PgSettings database_settings(const Config& config) {
    constexpr std::string_view kOptions =
        " options='-c statement_timeout=7000 -c idle_in_transaction_session_timeout=15000"
        " -c TimeZone=UTC -c synchronous_commit=on' client_encoding=UTF8"
        " application_name=lexi-backend";
    return {.conninfo = read_pg_url(config.database_url)->keywords + std::string(kOptions),
            .connections = connections_per_loop(config),
            .echo = config.db_echo,
            .timeout_s = kTimeout};
}

// The optimizer waits for nothing that would hold up the end of the process.
std::string fitting_conninfo(const Config& config) {
    return read_pg_url(config.database_url)->keywords +
           " connect_timeout=5 options='-c statement_timeout=60000 -c TimeZone=UTC'"
           " client_encoding=UTF8 application_name=lexi-optimizer";
}

// Does the server have room for all our connections? A server that is away is no mistake: it is
// waited for.
bool enough_connections(const Config& config) {
    const auto url = read_pg_url(config.database_url).value();
    const auto connection = pg::connect(url.conninfo);
    if (!connection) {
        log::warn("database.away", {{"why", std::string_view("no connection at start")}});
        return true;
    }
    const auto row = pg::run(connection->get(), "SHOW max_connections");
    if (!row) return true;
    const auto room = std::stoul(pg::value(*row, 0, 0));
    const auto needed = connections_per_loop(config) * (config.threads);
    if (needed < room) return true;
    log::error("database.too_few_connections", {{"max_connections", room}, {"needed", needed}});
    return false;
}

Task<std::optional<std::string>> ask(Database* db) { return db->trouble(); }

}  // namespace

int serve(const Config& config) {
    log::setup("backend", config.log_level);
    std::optional<http::Site> site;
    if (!config.web_dir.empty()) {
        auto read = http::Site::read(config.web_dir, config.api_prefix, config.ai_public_url);
        if (!read) {
            log::error("site.unusable", {{"WEB_DIR", read.error()}});
            return 2;
        }
        site = std::move(*read);
    }
    if (!enough_connections(config)) return 2;
    // glibc would give each thread an arena of its own, and the pools' would hold freed memory.
    mallopt(M_ARENA_MAX, static_cast<int>(config.threads));
    std::chrono::get_tzdb();  // read once, before the first request has to wait for it
    decoy_hash();             // made once, before the first unknown name could take longer
    all_achievements();       // read once

    Database db(database_settings(config));
    Revocation revocation(db, config.redis_url, config.token_lives.access);
    revocation.connect();
    WorkerPool passwords("passwords", config.threads, 64);
    WorkerPool heavy("heavy", 1, 16);  // simulations, files
    metrics::on_render([&passwords, &heavy] {
        for (const auto* pool : {&passwords, &heavy}) {
            metrics::gauge("lexi_pool_waiting", "Jobs that wait for a worker",
                           {{"pool", pool->name()}}, static_cast<double>(pool->waiting()));
        }
    });
    WorkerPool writers("writers", 1, 64);
    const auto scratch_dir = "/tmp/lexi-backend-" + std::to_string(config.port);
    auth::SignInThrottle throttle(config.rate_sign_in != 0);
    auth::AuthService auth_service(db, revocation, passwords, throttle, config.secret_key,
                                   config.token_lives);
    auth::PersonalTokens personal_tokens(db, revocation, config.secret_key);
    users::UserService user_service(db, revocation, writers, scratch_dir);
    admin::AdminService admin_service(db, revocation);
    courses::CourseService course_service(db);
    lessons::LessonService lesson_service(db, config.secret_key);
    content::AuthoringService authoring_service(db);
    progress::ProgressService progress_service(db);
    vocabulary::VocabularyService vocabulary_service(db);
    vocabulary::ForecastService forecast_service(db, heavy);
    transfer::TransferService transfer_service(db, heavy);
    streaks::StreakService streak_service(db);
    achievements::AchievementService achievement_service(db);
    goals::GoalService goal_service(db);
    leaderboard::LeaderboardService leaderboard_service(db);

    http::Router router(config.app_name, "1.0.0", config.api_prefix);
    router.add_ready_check("postgresql", [&db] { return ask(&db); });
    auth::mount_auth(router, auth_service);
    auth::mount_personal_tokens(router, personal_tokens);
    users::mount_users(router, user_service);
    admin::mount_admin(router, admin_service);
    courses::mount_courses(router, course_service);
    lessons::mount_lessons(router, lesson_service);
    content::mount_authoring(router, authoring_service);
    progress::mount_progress(router, progress_service);
    vocabulary::mount_vocabulary(router, vocabulary_service);
    vocabulary::mount_forecast(router, forecast_service);
    transfer::mount_transfer(router, transfer_service);
    streaks::mount_streaks(router, streak_service);
    achievements::mount_achievements(router, achievement_service);
    goals::mount_goals(router, goal_service);
    leaderboard::mount_leaderboard(router, leaderboard_service);

    http::ServerOptions options;
    options.port = config.port;
    options.scratch_dir = scratch_dir;
    options.threads = config.threads;
    options.max_body_bytes = kMaxUpload;
    options.max_in_flight = config.max_in_flight;
    options.allowed_origins = config.allowed_origins;
    options.secret = config.secret_key;
    options.trust_proxy = config.trust_proxy;
    options.limits.standard = config.rate_standard;
    options.limits.sign_in = config.rate_sign_in;
    options.site = std::move(site);
    options.scope = std::nullopt;  // read or write
    options.on_stop = [&db] { db.close(); };
    options.is_revoked = [&revocation](const jwt::Claims& claims) {
        return revocation.is_revoked(claims);
    };
    std::optional<vocabulary::FitWorker> fits;
    if (config.optimizer_pause.count() > 0) {
        fits.emplace(fitting_conninfo(config), config.optimizer_pause);
    }
    return http::serve(router, std::move(options));
}

}  // namespace lexi::cli
