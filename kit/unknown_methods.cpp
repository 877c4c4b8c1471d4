#include "kit/unknown_methods.hpp"

#include <dlfcn.h>
#include <drogon/HttpTypes.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "kit/log.hpp"

namespace {

// HttpRequestImpl::setMethod(const char*, const char*) and ::setMethod(HttpMethod); Itanium C++
// ABI.
constexpr const char* kByName = "_ZN6drogon15HttpRequestImpl9setMethodEPKcS2_";
constexpr const char* kByValue = "_ZN6drogon15HttpRequestImpl9setMethodENS_10HttpMethodE";

using ByName = bool (*)(void*, const char*, const char*);
using ByValue = bool (*)(void*, drogon::HttpMethod);

// A method is a token of at most 32 of RFC 9110's tchar (5.6.2).
bool is_token(const char* begin, const char* end) {
    constexpr std::ptrdiff_t kLongest = 32;
    if (begin == end || end - begin > kLongest) return false;
    return std::all_of(begin, end, [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("!#$%&'*+-.^_`|~").contains(c);
    });
}

void* next(const char* name) { return dlsym(RTLD_NEXT, name); }

}  // namespace

extern "C" [[gnu::visibility("default")]] bool lexi_set_method(
    void* request, const char* begin,
    const char* end) asm("_ZN6drogon15HttpRequestImpl9setMethodEPKcS2_");

bool lexi_set_method(void* request, const char* begin, const char* end) {
    static const auto by_name = reinterpret_cast<ByName>(next(kByName));
    static const auto by_value = reinterpret_cast<ByValue>(next(kByValue));
    if (by_name != nullptr && by_name(request, begin, end)) return true;
    if (by_value == nullptr || !is_token(begin, end)) return false;
    by_value(request, drogon::Invalid);
    return true;
}

namespace lexi::http {

void let_unknown_methods_in() {
    if (next(kByName) == nullptr || next(kByValue) == nullptr) {
        log::warn("http.unknown_methods", {{"reason", "this Drogon answers them itself"}});
    }
}

}  // namespace lexi::http
