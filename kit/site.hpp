#pragma once
// A web client's built files, served from memory beside the API: the folder is read once, at the
// start, so that no request touches the disk and no path of a request can leave the folder.
#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace lexi::http {

class Site {
public:
    /// Reads every file below `folder`. `api_prefix` stays the API's: a path there is never
    /// answered with the client's page. `ai_service` is the origin of the other service, which the
    /// client may call too; it learns it from /client.json. An error says what is wrong with the
    /// folder.
    static std::expected<Site, std::string> read(const std::string& folder, std::string api_prefix,
                                                 std::string ai_service);

    /// The answer to a GET or HEAD, or nullptr where the path is not the client's. A path without
    /// a file is a page of the client's own if a browser navigates to it (it accepts text/html).
    drogon::HttpResponsePtr answer(const drogon::HttpRequest& request) const;
    /// Would `answer` give one? Makes nothing.
    bool has(const drogon::HttpRequest& request) const { return find(request) != nullptr; }

private:
    struct File {
        std::string bytes;
        std::string_view type;
        std::string etag;
        bool is_immutable = false;
    };
    Site() = default;
    void add(std::string path, std::string bytes);
    const File* find(const drogon::HttpRequest& request) const;

    std::map<std::string, File, std::less<>> files_;
    std::string api_prefix_;
    std::string policy_;
};

/// Is this an origin (`https://host` or `https://host:port`) that can stand in a security policy?
bool is_origin(std::string_view text);

}  // namespace lexi::http
