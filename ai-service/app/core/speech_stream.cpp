#include "core/speech_stream.hpp"

#include <algorithm>
#include <iterator>

#include "kit/sse.hpp"

namespace lexi::core {
namespace {

// Ten minutes of speech as WAV; a client that takes less is not read to the end.
constexpr std::size_t kMaxPending = std::size_t{32} << 20;
constexpr int kMostTries = 100;  // for a place on the pool, a twentieth of a second apart
constexpr double kTryAgainSeconds = 0.05;

// One synthesis under way. Used by one thread at a time.
class Work {
public:
    static Result<std::shared_ptr<Work>> begin(ml::TextToSpeech& tts, const SpeechJob& job) {
        auto work = std::make_shared<Work>();
        auto parts = tts.stream(job.wanted);
        if (!parts) return std::unexpected(parts.error());
        work->parts_ = std::move(*parts);
        work->whole_ = work->parts_->about();
        if (auto ok = check_voice(job.voice, work->whole_.model); !ok) {
            return std::unexpected(ok.error());
        }
        auto writer = ml::write_audio(job.format, work->whole_.sample_rate);
        if (!writer) return std::unexpected(writer.error());
        work->writer_ = std::move(*writer);
        auto first = work->step();
        if (!first) return std::unexpected(first.error());
        work->first = std::move(**first);
        return work;
    }

    /// The next bytes, which may be none; nothing when the file is finished.
    Result<std::optional<std::string>> step() {
        if (finished_) return std::nullopt;
        auto piece = parts_->next();
        if (!piece) return std::unexpected(piece.error());
        finished_ = !*piece;
        auto bytes = finished_ ? writer_->finish() : writer_->add((*piece)->pcm);
        if (!bytes) return std::unexpected(bytes.error());
        if (*piece) {
            std::ranges::copy((*piece)->pcm, std::back_inserter(whole_.pcm));
            std::ranges::move((*piece)->words, std::back_inserter(whole_.words));
        }
        return std::move(*bytes);
    }

    ml::TtsResult whole() && { return std::move(whole_); }
    std::string first;

private:
    std::unique_ptr<ml::TtsPieces> parts_;
    std::unique_ptr<ml::AudioWriter> writer_;
    ml::TtsResult whole_;
    bool finished_ = false;
};

Task<void> go_on(WorkerPool* pool, std::shared_ptr<Work> work,
                 std::shared_ptr<http::ByteStream> out, OnSpoken on_spoken) {
    auto* loop = trantor::EventLoop::getEventLoopOfCurrentThread();
    for (int tries = 0;;) {
        auto more = co_await offload(*pool, [work] { return work->step(); });
        if (!more && more.error().fault == Fault::unavailable && ++tries < kMostTries) {
            co_await drogon::sleepCoro(loop, kTryAgainSeconds);
            continue;
        }
        if (!more) {
            out->abort();
            co_return;
        }
        if (!*more) break;
        tries = 0;
        if (!out->write(**more)) co_return;
    }
    out->close();
    if (on_spoken) co_await on_spoken(std::move(*work).whole());
}

std::string media_type_of(ml::AudioFormat format) { return std::string(ml::media_type(format)); }

}  // namespace

Result<void> check_voice(const std::string& voice, const std::string& model) {
    if (voice.empty() || voice == "default" || voice == model) return {};
    return fail_field("voice", "is not a voice of this language; there is " + model);
}

Result<ml::TtsResult> speak_whole(ml::TextToSpeech& tts, const SpeechJob& job) {
    auto made = tts.synthesize(job.wanted);
    if (!made) return made;
    if (auto ok = check_voice(job.voice, made->model); !ok) return std::unexpected(ok.error());
    return made;
}

Task<Result<drogon::HttpResponsePtr>> stream_speech(WorkerPool* pool, ml::TextToSpeech* tts,
                                                    SpeechJob job, http::Request request,
                                                    OnSpoken on_spoken) {
    const auto begun = co_await offload(*pool, [tts, &job] { return Work::begin(*tts, job); });
    if (!begun) co_return std::unexpected(begun.error());
    auto out = http::ByteStream::open(request, kMaxPending);
    auto response = out->response(media_type_of(job.format));
    out->write((*begun)->first);
    http::detach(go_on(pool, *begun, std::move(out), std::move(on_spoken)));
    co_return response;
}

}  // namespace lexi::core
