#include "kit/http.hpp"

#include "kit/body.hpp"

namespace lexi::http {

// Named, because glaze does not reflect types of an anonymous namespace.
namespace wire {

struct Meta {
    std::string request_id;
    std::string timestamp;
};
struct ErrorDetails {
    std::map<std::string, std::string> fields;
};
struct ErrorPart {
    std::string code;
    std::string message;
    ErrorDetails details;
};
struct ProblemBody {
    std::string type;
    std::string title;
    int status = 0;
    std::string detail;
    ErrorPart error;
    Meta meta;
};

}  // namespace wire

namespace {

struct FaultRow {
    int status;
    std::string_view code;
    std::string_view title;
    std::string_view slug;
};

// The one table of API.md, Common.
FaultRow row(Fault fault) {
    switch (fault) {
        case Fault::malformed:
            return {400, "VALIDATION_ERROR", "Malformed request", "malformed"};
        case Fault::unauthenticated:
            return {401, "AUTH_MISSING", "Sign-in needed", "auth-missing"};
        case Fault::token_invalid:
            return {401, "AUTH_INVALID", "Token not valid", "auth-invalid"};
        case Fault::token_expired:
            return {401, "AUTH_EXPIRED", "Token expired", "auth-expired"};
        case Fault::forbidden:
            return {403, "AUTH_FORBIDDEN", "Not allowed", "auth-forbidden"};
        case Fault::not_found:
            return {404, "NOT_FOUND", "Not found", "not-found"};
        case Fault::method_not_allowed:
            return {405, "METHOD_NOT_ALLOWED", "Method not taken", "method-not-allowed"};
        case Fault::already_exists:
            return {409, "ALREADY_EXISTS", "Already there", "already-exists"};
        case Fault::conflict:
            return {409, "CONFLICT", "Conflict", "conflict"};
        case Fault::too_large:
            return {413, "PAYLOAD_TOO_LARGE", "Too large", "too-large"};
        case Fault::unsupported_media:
            return {415, "UNSUPPORTED_MEDIA_TYPE", "Media type not taken",
                    "unsupported-media-type"};
        case Fault::invalid:
            return {422, "VALIDATION_ERROR", "Not acceptable", "validation"};
        case Fault::rate_limited:
            return {429, "RATE_LIMITED", "Too many requests", "rate-limited"};
        case Fault::model_loading:
            return {503, "MODEL_LOADING", "Model loading", "model-loading"};
        case Fault::unavailable:
            return {503, "SERVICE_UNAVAILABLE", "Not available now", "service-unavailable"};
        case Fault::internal:
            break;
    }
    return {500, "INTERNAL_ERROR", "Internal error", "internal"};
}

drogon::HttpResponsePtr plain(int status, std::string_view type, std::string body) {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setStatusCode(static_cast<drogon::HttpStatusCode>(status));
    response->setContentTypeString(type);
    response->setBody(std::move(body));
    return response;
}

}  // namespace

std::string_view to_text(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::del:
            return "DELETE";
    }
    std::unreachable();
}

const std::string& Request::path(std::string_view name) const {
    static const std::string none;
    for (const auto& [key, value] : path_values) {
        if (key == name) return value;
    }
    return none;
}

Result<Uuid> Request::path_id(std::string_view name) const {
    auto parsed = Uuid::parse(path(name));
    if (!parsed) return fail(Fault::not_found, "There is nothing at this address.");
    return *parsed;
}

std::string Request::header(std::string_view name) const {
    return raw->getHeader(std::string(name));
}

std::optional<std::string> Request::idempotency_key() const {
    const auto& headers = raw->headers();
    const auto found = headers.find("idempotency-key");
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

Pagination pagination(std::int64_t page, std::int64_t page_size, std::int64_t total) {
    return {page, page_size, total, (total + page_size - 1) / page_size};
}

int status_of(Fault fault) { return row(fault).status; }
std::string_view code_of(Fault fault) { return row(fault).code; }

drogon::HttpResponsePtr problem_reply(const Problem& problem, std::string_view request_id) {
    const auto r = row(problem.fault);
    const wire::ProblemBody body{
        .type = "https://lexilingo.app/problems/" + std::string(r.slug),
        .title = std::string(r.title),
        .status = r.status,
        .detail = problem.say,
        .error = {std::string(r.code), problem.say, {problem.fields}},
        .meta = {std::string(request_id), to_rfc3339(now())},
    };
    auto response = plain(r.status, "application/problem+json", write_json(body));
    if (r.status == 429 || r.status == 503) {
        response->addHeader("Retry-After", std::to_string(std::max(1U, problem.retry_after_s)));
    }
    if (r.status == 401) response->addHeader("WWW-Authenticate", "Bearer");
    return response;
}

drogon::HttpResponsePtr json_reply(int status, std::string_view data_json,
                                   const std::optional<Pagination>& page,
                                   std::string_view request_id, bool bare) {
    if (status == 204 || status == 304) {
        auto response = drogon::HttpResponse::newHttpResponse();
        response->setStatusCode(static_cast<drogon::HttpStatusCode>(status));
        return response;
    }
    std::string body;
    if (bare) {
        body = data_json;
    } else {
        body.reserve(data_json.size() + 160);
        body += R"({"success":true,"data":)";
        body += data_json;
        if (page) body += R"(,"pagination":)" + write_json(*page);
        body += R"(,"meta":)" + write_json(wire::Meta{std::string(request_id), to_rfc3339(now())}) +
                "}";
    }
    auto response = plain(status, "application/json", std::move(body));
    if (bare) response->addHeader("Cache-Control", "no-store");
    return response;
}

}  // namespace lexi::http
