#include "core/recording.hpp"

#include <algorithm>

namespace lexi::core {
namespace {

constexpr double kAskSeconds = 0.25;

// Names the field where the decoder, which knows no HTTP, only says what is wrong.
Problem about_audio(Problem problem) {
    const bool ours =
        problem.fault == Fault::too_large || problem.fault == Fault::unsupported_media;
    if (ours && problem.fields.empty()) problem.fields["audio"] = problem.say;
    return problem;
}

}  // namespace

Result<http::Form> receive_form(const http::Request& request,
                                std::vector<std::string> required_fields,
                                std::vector<std::string> optional_fields, std::size_t max_bytes) {
    auto form = http::read_form(request, {.required_files = {"audio"},
                                          .required_fields = std::move(required_fields),
                                          .optional_fields = std::move(optional_fields),
                                          .max_file_bytes = max_bytes});
    if (!form) return std::unexpected(about_audio(form.error()));
    return form;
}

Task<Result<Recording>> decode_recording(http::Form form, WorkerPool* pool, std::size_t max_bytes) {
    const std::string_view bytes = form.files.find("audio")->second;
    auto decoded = co_await offload(
        *pool, [bytes, max_bytes] { return ml::decode_audio(bytes, {.max_bytes = max_bytes}); });
    if (!decoded) co_return std::unexpected(about_audio(decoded.error()));
    co_return Recording{.form = std::move(form), .audio = std::move(*decoded)};
}

Result<std::string> primary_language(const std::string& tag) {
    std::string primary;
    for (const char c : tag) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '-') break;
        if (std::isalpha(byte) == 0)
            return fail_field("language", "must be a BCP 47 tag such as en");
        primary += static_cast<char>(std::tolower(byte));
    }
    if (tag.empty() || primary == "auto") return std::string();
    const bool rest =
        std::ranges::all_of(tag, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
    if (primary.size() < 2 || primary.size() > 3 || tag.size() > 35 || !rest) {
        return fail_field("language", "must be a BCP 47 tag such as en");
    }
    return primary;
}

HangupWatch::HangupWatch(drogon::HttpRequestPtr request)
    : loop_(trantor::EventLoop::getEventLoopOfCurrentThread()) {
    if (loop_ == nullptr) return;
    timer_ =
        loop_->runEvery(kAskSeconds, [source = source_, request = std::move(request)]() mutable {
            if (!request->connected()) source.request_stop();
        });
}

HangupWatch::~HangupWatch() {
    if (loop_ != nullptr) loop_->invalidateTimer(timer_);
}

}  // namespace lexi::core
