#include "speech/live.hpp"

#include <cctype>
#include <cmath>

#include "kit/socket.hpp"
#include "kit/sse.hpp"

namespace lexi::speech {
namespace {

using nlohmann::json;

constexpr std::size_t kRate = 16000;
constexpr std::size_t kLongest = 120 * kRate;  // samples of a conversation
constexpr std::size_t kStep = kRate;           // new samples for another hearing
constexpr std::size_t kWindow = 25 * kRate;    // heard at once; Whisper hears 30 s
constexpr double kUnsure = 5;  // seconds at a window's end whose words are heard again

std::string plain(std::string_view word) {
    std::string letters;
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || byte >= 0x80)
            letters += static_cast<char>(std::tolower(byte));
    }
    return letters;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != std::string_view::npos;) {
        const auto end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

double milliseconds(double seconds) { return std::round(seconds * 1000) / 1000; }

// All but `hear` runs on the connection's loop, which is therefore the only one to see the state.
class Live final : public http::Conversation, public std::enable_shared_from_this<Live> {
public:
    Live(LiveParts parts, std::shared_ptr<http::Socket> socket, std::string language)
        : parts_(parts), socket_(std::move(socket)), language_(std::move(language)) {
        socket_->send(R"({"type":"ready"})");
    }

    void text(std::string message) override {
        const auto told = json::parse(message, nullptr, false);
        if (!told.is_object() || told.value("type", json()) != "end") {
            return socket_->fail(fail_field("type", "must be end; sound comes as binary").error());
        }
        ended_ = true;
        hear_on();
    }

    void bytes(std::string message) override {
        if (ended_) return;
        if (message.size() % 2 != 0) {
            return socket_->fail(fail_field("audio", "must be whole 16-bit samples").error());
        }
        for (std::size_t at = 0; at < message.size(); at += 2) {
            const auto low = static_cast<unsigned char>(message[at]);
            const auto high = static_cast<signed char>(message[at + 1]);
            pcm_.push_back(static_cast<float>((high * 256) + low) / 32768.0F);
        }
        if (done_ + pcm_.size() > kLongest) {
            return socket_->fail({.fault = Fault::too_large,
                                  .say = "The recording is too long.",
                                  .fields = {{"audio", "must last at most 120 seconds"}}});
        }
        hear_on();
    }

    void gone() override { stop_.request_stop(); }

private:
    // One hearing at a time: sound that comes meanwhile is heard by the next.
    void hear_on() {
        if (hearing_ || (!ended_ && pcm_.size() < heard_ + kStep)) return;
        hearing_ = true;
        heard_ = pcm_.size();
        http::detach(hear(shared_from_this(), pcm_, ended_));
    }

    static Task<void> hear(std::shared_ptr<Live> self, std::vector<float> pcm, bool last) {
        auto heard = co_await offload(
            self->parts_.inference, [stt = &self->parts_.stt, pcm = std::move(pcm),
                                     language = self->language_, stop = self->stop_.get_token()] {
                return stt->transcribe(pcm, {.language = language, .words = true}, stop);
            });
        self->hearing_ = false;
        if (!self->socket_->alive()) co_return;
        self->tell(std::move(heard), last);
    }

    void tell(Result<ml::SttResult> heard, bool last) {
        // A busy service leaves out a partial result and not the whole.
        const bool later = !heard && !last && heard.error().retry_after_s != 0;
        if (!heard && !later) return socket_->fail(heard.error());
        if (last) return tell_final(*heard);
        if (heard) tell_partial(*heard);
        hear_on();
    }

    void tell_partial(const ml::SttResult& heard) {
        const auto text = joined(heard.text);
        socket_->send(
            json{{"type", "partial"}, {"text", text}, {"stable", agreed(before_, text)}}.dump(
                -1, ' ', false, json::error_handler_t::replace));
        before_ = text;
        if (pcm_.size() > kWindow) keep_sure_words(heard);
    }

    void tell_final(const ml::SttResult& heard) {
        add_words(heard, heard.words.size());
        const double seconds = static_cast<double>(done_ + pcm_.size()) / kRate;
        socket_->send(json{
            {"type", "final"},
            {"text", joined(heard.text)},
            {"language", heard.language},
            {"duration", milliseconds(seconds)},
            {"words",
             words_}}.dump(-1, ' ', false, json::error_handler_t::replace));
        socket_->close();
    }

    // What was heard well before the window's end is done with, and its sound too.
    void keep_sure_words(const ml::SttResult& heard) {
        const double until = (static_cast<double>(heard_) / kRate) - kUnsure;
        std::size_t sure = 0;
        std::string text;
        double end = 0;
        for (const auto& word : heard.words) {
            if (word.end > until) break;
            text += (text.empty() ? "" : " ") + word.word;
            end = word.end;
            ++sure;
        }
        if (sure == 0) end = until;  // a long silence
        add_words(heard, sure);
        if (!text.empty()) text_ += (text_.empty() ? "" : " ") + text;
        const auto samples = std::min(pcm_.size(), static_cast<std::size_t>(end * kRate));
        pcm_.erase(pcm_.begin(), pcm_.begin() + static_cast<std::ptrdiff_t>(samples));
        done_ += samples;
        heard_ -= std::min(heard_, samples);
    }

    void add_words(const ml::SttResult& heard, std::size_t count) {
        const double offset = static_cast<double>(done_) / kRate;
        for (std::size_t i = 0; i < count; ++i) {
            const auto& word = heard.words[i];
            words_.push_back({{"word", word.word},
                              {"start", milliseconds(offset + word.start)},
                              {"end", milliseconds(offset + word.end)},
                              {"probability", word.probability}});
        }
    }

    std::string joined(const std::string& window) const {
        return text_ + (text_.empty() || window.empty() ? "" : " ") + window;
    }

    LiveParts parts_;
    std::shared_ptr<http::Socket> socket_;
    std::string language_;
    std::vector<float> pcm_;  // not done with
    std::size_t done_ = 0;    // samples before it
    std::size_t heard_ = 0;   // of pcm_, by the newest hearing
    std::string text_;        // of what is done with
    std::string before_;      // the partial result before
    json words_ = json::array();
    bool hearing_ = false;
    bool ended_ = false;
    std::stop_source stop_;
};

}  // namespace

std::string agreed(const std::string& older, const std::string& newer) {
    const auto before = words_of(older), now = words_of(newer);
    std::string stable;
    for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i) {
        if (plain(before[i]) != plain(now[i])) break;
        if (i > 0) stable += ' ';
        stable += now[i];
    }
    return stable;
}

void mount_live(http::Router& router, LiveParts parts) {
    router.socket("/ai/stt/live", {.summary = "Speech to text while it is spoken", .tag = "speech"},
                  [parts](std::shared_ptr<http::Socket> socket, const http::Request&,
                          const json& first) -> Result<std::shared_ptr<http::Conversation>> {
                      const auto given = first.value("language", json(""));
                      if (!given.is_string()) return fail_field("language", "must be text");
                      auto language = core::primary_language(given.get<std::string>());
                      if (!language) return std::unexpected(language.error());
                      return std::make_shared<Live>(parts, std::move(socket), std::move(*language));
                  });
}

}  // namespace lexi::speech
