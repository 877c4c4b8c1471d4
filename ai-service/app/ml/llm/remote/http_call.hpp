#pragma once
// One HTTP request among many on a curl multi handle. One thread.
#include <curl/curl.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace lexi::ml {

template <auto Free>
struct CurlFreed {
    void operator()(auto* handle) const noexcept { Free(handle); }
};
using Multi = std::unique_ptr<CURLM, CurlFreed<curl_multi_cleanup>>;

struct HttpRequest {
    std::string url;
    std::string body;  // JSON, sent with POST; empty: GET
    std::string key;   // bearer; empty: none
    std::chrono::milliseconds connect{2000};
    std::chrono::milliseconds total{120000};
};

/// Runs from its construction on; its destruction closes the connection if it is not done. `multi`
/// outlives it. Follows no redirects: the key is for this address.
class HttpCall {
public:
    /// Of the body, as it arrives; false breaks the call off.
    using OnBytes = std::function<bool(std::string_view)>;
    HttpCall(CURLM* multi, HttpRequest request, OnBytes on_bytes);
    ~HttpCall();
    HttpCall(const HttpCall&) = delete;
    HttpCall& operator=(const HttpCall&) = delete;

    bool is(const CURL* handle) const { return easy_.get() == handle; }
    /// 0 until the answer has begun.
    long status() const;
    std::string content_type() const;

private:
    static std::size_t write(char* bytes, std::size_t size, std::size_t count, void* self);

    CURLM* multi_;
    HttpRequest request_;
    OnBytes on_bytes_;
    std::unique_ptr<curl_slist, CurlFreed<curl_slist_free_all>> headers_;
    std::unique_ptr<CURL, CurlFreed<curl_easy_cleanup>> easy_;
};

}  // namespace lexi::ml
