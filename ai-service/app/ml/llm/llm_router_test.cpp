#include "ml/llm/llm_router.hpp"

#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

// Says which of several it is; the router never looks further.
class Named final : public Llm {
public:
    Named(std::string name, bool ready, std::uint32_t room)
        : name_(std::move(name)), ready_(ready), room_(room) {}
    Result<LlmTicket> submit(LlmJob, OnPiece, OnDone on_done) override {
        on_done({.text = name_, .usage = {}, .finish_reason = "stop", .logprobs = {}});
        return LlmTicket();
    }
    std::uint32_t context_tokens() const override { return ready_ ? room_ : 0; }
    std::uint32_t count_tokens(std::string_view) const override { return room_; }
    EngineStatus status() const override {
        return {.kind = "llm", .name = name_, .state = ready_ ? "ready" : "failed", .reason = ""};
    }

private:
    std::string name_;
    bool ready_;
    std::uint32_t room_;
};

struct State {
    bool vietnamese = true;
    bool remote = true;
};

LlmRouter router(State state, std::vector<LlmTask> remote_tasks) {
    return LlmRouter({.general = std::make_unique<Named>("general", true, 4096),
                      .vietnamese = std::make_unique<Named>("vietnamese", state.vietnamese, 2048),
                      .remote = std::make_unique<Named>("remote", state.remote, 8192),
                      .remote_tasks = std::move(remote_tasks)});
}

std::string who(LlmRouter& router, LlmTask task, const std::string& language = "") {
    LlmJob job;
    job.task = task;
    job.language = language;
    return complete(router, std::move(job))->text;
}

TEST(LlmRouter, ExplanationsInVietnameseHaveTheirModel) {
    auto models = router({}, {});
    EXPECT_EQ(who(models, LlmTask::explanation, "vi"), "vietnamese");
    EXPECT_EQ(who(models, LlmTask::explanation, "vi-VN"), "vietnamese");
    EXPECT_EQ(who(models, LlmTask::explanation, "en"), "general");
    EXPECT_EQ(who(models, LlmTask::chat, "vi"), "general");
    EXPECT_EQ(models.status().name, "general");
    EXPECT_EQ(models.all().size(), 3U);
}

TEST(LlmRouter, RemoteTasksGoToTheRemoteModel) {
    auto models = router({}, {LlmTask::chat, LlmTask::explanation});
    EXPECT_EQ(who(models, LlmTask::chat), "remote");
    EXPECT_EQ(who(models, LlmTask::explanation, "vi"), "remote");
    EXPECT_EQ(who(models, LlmTask::rewrite), "general");
    EXPECT_EQ(models.status().name, "remote");
    EXPECT_EQ(models.context_tokens(), 2048U) << "whichever answers";
}

TEST(LlmRouter, AJobMayNameItsModel) {
    auto models = router({}, {LlmTask::chat});
    LlmJob job;
    job.model = "vietnamese";
    EXPECT_EQ(complete(models, job)->text, "vietnamese");
}

TEST(LlmRouter, AModelThatIsNotReadyIsPassedOver) {
    auto models =
        router({.vietnamese = false, .remote = false}, {LlmTask::chat, LlmTask::explanation});
    EXPECT_EQ(who(models, LlmTask::chat), "general");
    EXPECT_EQ(who(models, LlmTask::explanation, "vi"), "general");
    EXPECT_EQ(models.context_tokens(), 4096U);
}

}  // namespace
}  // namespace lexi::ml
