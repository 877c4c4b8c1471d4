#pragma once
// ETag and If-None-Match of catalogue reads. The tag is of the whole answer, the learner's part of
// it included, so that a client's copy is good until anything in it changes.
#include <string>
#include <string_view>
#include <utility>

#include "kit/body.hpp"
#include "kit/router.hpp"

namespace lexi::http {

/// Weak, as the bytes around the data (request id, time) change with every answer.
std::string weak_tag(std::string_view content);

/// Does `If-None-Match` name `tag`?
bool names_tag(std::string_view if_none_match, std::string_view tag);

/// `reply` with its tag; 304 and nothing else where the client has it already.
template <class T>
Reply<T> tagged(const Request& request, Reply<T> reply) {
    auto content = write_json(reply.data);
    if (reply.page) content += write_json(*reply.page);
    const auto tag = weak_tag(content);
    const bool unchanged = names_tag(request.header("If-None-Match"), tag);
    auto out = unchanged ? Reply<T>(T{}).with_status(304) : std::move(reply);
    out.with_header("ETag", tag);
    out.with_header("Cache-Control", "private, no-cache");
    return out;
}

/// Says in the document that the route mounted last may answer 304.
inline void may_be_unchanged(Router& router) {
    router.endpoints().back()->media.other_statuses.push_back(304);
}

}  // namespace lexi::http
