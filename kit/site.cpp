#include "kit/site.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "kit/body.hpp"
#include "kit/ids.hpp"

namespace lexi::http {
// Named, because glaze does not reflect types of an anonymous namespace.
namespace wire {

struct ClientSettings {
    std::string ai_service_url;
};

}  // namespace wire

namespace {

constexpr std::string_view kPage = "/index.html";

std::string_view type_of(std::string_view path) {
    static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    };
    for (const auto& [ending, type] : kTypes) {
        if (path.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

std::string etag_of(std::string_view bytes) { return '"' + sha256_hex(bytes).substr(0, 16) + '"'; }

// Scripts, styles and fonts only from here; the one other place it may talk to is the AI service.
std::string policy(const std::string& ai_service) {
    const std::string ai = ai_service.empty() ? "" : " " + ai_service;
    return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
           "img-src 'self' data:; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; "
           "connect-src 'self'" +
           ai + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

}  // namespace

bool is_origin(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        const auto host = text.substr(scheme.size());
        return !host.empty() && std::ranges::all_of(host, [](unsigned char c) {
            return std::isalnum(c) != 0 || std::string_view(".-:[]").contains(static_cast<char>(c));
        });
    }
    return false;
}

std::expected<Site, std::string> Site::read(const std::string& folder, std::string api_prefix,
                                            std::string ai_service) {
    namespace fs = std::filesystem;
    Site site;
    site.api_prefix_ = std::move(api_prefix);
    std::error_code wrong;
    for (fs::recursive_directory_iterator entry(folder, wrong), end; !wrong && entry != end;
         entry.increment(wrong)) {
        if (!entry->is_regular_file()) continue;
        std::ifstream in(entry->path(), std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(in), {});
        if (!in) return std::unexpected("cannot read " + entry->path().string());
        site.add("/" + entry->path().lexically_relative(folder).generic_string(), std::move(bytes));
    }
    if (wrong) return std::unexpected("cannot read " + folder + ": " + wrong.message());
    if (!site.files_.contains(kPage)) return std::unexpected(folder + " has no index.html");
    site.policy_ = policy(ai_service);
    site.add("/client.json", write_json(wire::ClientSettings{std::move(ai_service)}));
    return site;
}

void Site::add(std::string path, std::string bytes) {
    File file{.bytes = std::move(bytes), .type = type_of(path), .etag = {}, .is_immutable = false};
    file.etag = etag_of(file.bytes);
    file.is_immutable = path.starts_with("/assets/");  // Vite puts the content's hash in the name
    files_.insert_or_assign(std::move(path), std::move(file));
}

const Site::File* Site::find(const drogon::HttpRequest& request) const {
    if (request.method() != drogon::Get && request.method() != drogon::Head) return nullptr;
    const std::string& path = request.path();
    if (const auto found = files_.find(path == "/" ? kPage : path); found != files_.end())
        return &found->second;
    const bool is_api = !api_prefix_.empty() && path.starts_with(api_prefix_ + "/");
    const bool is_page = request.getHeader("accept").contains("text/html");
    if (is_api || !is_page || path.starts_with("/assets/")) return nullptr;
    return &files_.find(kPage)->second;
}

drogon::HttpResponsePtr Site::answer(const drogon::HttpRequest& request) const {
    const auto* file = find(request);
    if (file == nullptr) return nullptr;
    auto response = drogon::HttpResponse::newHttpResponse();
    response->addHeader("ETag", file->etag);
    response->addHeader("Cache-Control",
                        file->is_immutable ? "public, max-age=31536000, immutable" : "no-cache");
    response->addHeader("Content-Security-Policy", policy_);
    response->addHeader("Referrer-Policy", "no-referrer");
    response->addHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
    if (request.getHeader("if-none-match").contains(file->etag)) {
        response->setStatusCode(drogon::k304NotModified);
        return response;
    }
    response->setContentTypeString(file->type);
    response->setBody(file->bytes);
    return response;
}

}  // namespace lexi::http
