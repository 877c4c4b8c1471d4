#pragma once
// OpenAI's replies as HTTP responses.
#include <string>
#include <string_view>

#include "kit/http.hpp"

namespace lexi::openai {

drogon::HttpResponsePtr json_response(int status, std::string body, std::string_view request_id);

/// The error shape of OpenAI, with Retry-After where it is known.
drogon::HttpResponsePtr refusal(const Problem& problem, std::string_view request_id);

}  // namespace lexi::openai
