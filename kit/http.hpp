#pragma once
// The HTTP edge, part 1: what a route is given and what it gives back. Routes are declared on a
// Router (kit/router.hpp); nothing else of a service knows Drogon's HTTP types.
#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>
#include <drogon/utils/coroutine.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/clock.hpp"
#include "kit/ids.hpp"
#include "kit/jwt.hpp"
#include "kit/result.hpp"

namespace lexi {

template <class T>
using Task = drogon::Task<T>;

}  // namespace lexi

namespace lexi::http {

enum class Method { get, post, put, patch, del };
enum class Access { anyone, learner, teacher, admin };

std::string_view to_text(Method method);

/// Who calls, as the token says.
struct Caller {
    Uuid id;
    jwt::Role role;
    jwt::Claims claims;
};

/// One request, passed by value into the route's coroutine (a coroutine must own what it uses).
struct Request {
    drogon::HttpRequestPtr raw;
    std::string id;  // X-Request-ID, taken or made
    Instant at;
    std::string address;  // the peer's, or the last of X-Forwarded-For behind a trusted proxy
    std::optional<Caller> caller;  // set on every route but Access::anyone ones
    std::vector<std::pair<std::string, std::string>> path_values;

    /// The caller of a route that needs one.
    const Caller& who() const { return *caller; }
    /// The text at `{name}` of the route's pattern.
    const std::string& path(std::string_view name) const;
    /// The UUID at `{name}`; text that is no UUID names nothing, so it is not_found.
    Result<Uuid> path_id(std::string_view name) const;
    std::string header(std::string_view name) const;
    std::optional<std::string> idempotency_key() const;
    bool connected() const { return raw->connected(); }
};

struct Empty {};  // no body: 204
struct None {};   // no query parameters

struct Pagination {
    std::int64_t page = 1;
    std::int64_t page_size = 20;
    std::int64_t total = 0;
    std::int64_t total_pages = 0;
};

Pagination pagination(std::int64_t page, std::int64_t page_size, std::int64_t total);

/// What a route answers. Converts from plain data, so that `co_return data;` is enough.
template <class T>
struct Reply {
    Reply(T data) : data(std::move(data)) {}  // NOLINT(google-explicit-constructor)
    Reply& paged(Pagination p) { return page = p, *this; }
    Reply& with_status(int s) { return status = s, *this; }
    Reply& with_header(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    T data;
    int status = 0;  // 0: the operation's own
    std::optional<Pagination> page;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// The status and the API's code of a fault (API.md, Common).
int status_of(Fault fault);
std::string_view code_of(Fault fault);

drogon::HttpResponsePtr problem_reply(const Problem& problem, std::string_view request_id);
/// `data_json` inside the success envelope, or bare.
drogon::HttpResponsePtr json_reply(int status, std::string_view data_json,
                                   const std::optional<Pagination>& page,
                                   std::string_view request_id, bool bare);

}  // namespace lexi::http
