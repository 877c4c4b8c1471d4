#include "openai/answers.hpp"

#include "openai/reply.hpp"

namespace lexi::openai {

drogon::HttpResponsePtr json_response(int status, std::string body, std::string_view request_id) {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setStatusCode(static_cast<drogon::HttpStatusCode>(status));
    response->setContentTypeString("application/json");
    response->setBody(std::move(body));
    response->addHeader("X-Request-ID", std::string(request_id));
    return response;
}

drogon::HttpResponsePtr refusal(const Problem& problem, std::string_view request_id) {
    auto response = json_response(error_status(problem), error(problem), request_id);
    if (problem.retry_after_s > 0) {
        response->addHeader("Retry-After", std::to_string(problem.retry_after_s));
    }
    return response;
}

}  // namespace lexi::openai
