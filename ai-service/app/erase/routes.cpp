#include "erase/routes.hpp"

namespace lexi::erase {
namespace {

// A session goes before its messages, which nobody finds without it; asked again after a crash,
// this goes on where it stopped.
constexpr std::array kCollections{"chat_sessions", "chat_messages", "learner_memory",
                                  "writing_checks", "pronunciation_analyses"};

Task<Result<http::Empty>> erase_all(EraseParts parts, Uuid user) {
    auto done =
        co_await parts.mongo.run([parts, user](core::Connection& db) -> Result<http::Empty> {
            for (const auto* name : kCollections) db[name].remove(core::OfUser{user.str()});
            parts.store.erase(db, user);
            return http::Empty{};
        });
    co_return done;
}

}  // namespace

void mount_erase(http::Router& router, EraseParts parts) {
    router.del<http::Empty>(
        "/ai/data",
        {.summary = "Erase everything that the AI service keeps of you",
         .tag = "privacy",
         .description =
             "Conversations, the tutor's memory, checked writing, pronunciation analyses, "
             "recordings and spoken texts, now and for good. The account stays: the "
             "Backend erases it."},
        [parts](http::Request r) { return erase_all(parts, r.who().id); });
}

}  // namespace lexi::erase
