#pragma once
// A recording that a client uploads: multipart/form-data with the file `audio`, decoded on the
// decoding pool; and the watch that tells work when its client has gone.
#include <stop_token>
#include <string>
#include <vector>

#include "kit/multipart.hpp"
#include "kit/offload.hpp"
#include "ml/audio/audio.hpp"

namespace lexi::core {

struct Recording {
    http::Form form;  // its fields; the bytes are form.files["audio"]
    ml::DecodedAudio audio;

    std::string_view bytes() const { return form.files.find("audio")->second; }
};

/// The form of an upload, its fields checked by name, nothing decoded yet.
Result<http::Form> receive_form(const http::Request& request,
                                std::vector<std::string> required_fields,
                                std::vector<std::string> optional_fields, std::size_t max_bytes);

/// Decodes on `pool`. Every refusal that is the recording's names the field `audio`.
Task<Result<Recording>> decode_recording(http::Form form, WorkerPool* pool, std::size_t max_bytes);

/// "en" of "en-US", in lower case; empty for "auto". fail_field("language", …) for what is no
/// BCP 47 tag.
Result<std::string> primary_language(const std::string& tag);

/// While it lives (on an event loop), asks four times a second whether the client is still there
/// and requests a stop when it is not.
class HangupWatch {
public:
    explicit HangupWatch(drogon::HttpRequestPtr request);
    ~HangupWatch();
    HangupWatch(const HangupWatch&) = delete;
    HangupWatch& operator=(const HangupWatch&) = delete;
    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    trantor::EventLoop* loop_;
    trantor::TimerId timer_ = 0;
};

}  // namespace lexi::core
