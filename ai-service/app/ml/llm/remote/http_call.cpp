#include "ml/llm/remote/http_call.hpp"

namespace lexi::ml {

HttpCall::HttpCall(CURLM* multi, HttpRequest request, OnBytes on_bytes)
    : multi_(multi),
      request_(std::move(request)),
      on_bytes_(std::move(on_bytes)),
      easy_(curl_easy_init()) {
    auto* easy = easy_.get();
    const auto header = [this](const std::string& line) {
        headers_.reset(curl_slist_append(headers_.release(), line.c_str()));
    };
    if (!request_.key.empty()) header("Authorization: Bearer " + request_.key);
    if (!request_.body.empty()) {
        header("Content-Type: application/json");
        header("Accept: text/event-stream");
        header("Expect:");  // no round trip before the body
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(request_.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request_.body.c_str());
    }
    curl_easy_setopt(easy, CURLOPT_URL, request_.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.connect.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request_.total.count()));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HttpCall::write);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_multi_add_handle(multi_, easy);
}

HttpCall::~HttpCall() { curl_multi_remove_handle(multi_, easy_.get()); }

long HttpCall::status() const {
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
}

std::string HttpCall::content_type() const {
    const char* type = nullptr;
    curl_easy_getinfo(easy_.get(), CURLINFO_CONTENT_TYPE, &type);
    return type == nullptr ? "" : type;
}

std::size_t HttpCall::write(char* bytes, std::size_t size, std::size_t count, void* self) {
    auto& call = *static_cast<HttpCall*>(self);
    return call.on_bytes_({bytes, size * count}) ? size * count : CURL_WRITEFUNC_ERROR;
}

}  // namespace lexi::ml
