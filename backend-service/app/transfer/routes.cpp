#include "app/transfer/routes.hpp"

namespace lexi::transfer {
namespace {

using drogon::HttpResponsePtr;
using http::Method;
using http::Request;
using nlohmann::json;

constexpr std::size_t kMostBytes = std::size_t{20} << 20;

Task<HttpResponsePtr> import_file(TransferService* service, Request request) {
    const http::FormShape shape{.required_files = {"file"},
                                .optional_fields = {"dry_run", "columns"},
                                .max_file_bytes = kMostBytes};
    auto form = http::read_form(request, shape);
    if (!form) co_return http::problem_reply(form.error(), request.id);
    const auto view = co_await service->import_file(request.who().id, std::move(*form), request.at);
    if (!view) co_return http::problem_reply(view.error(), request.id);
    co_return http::json_reply(200, http::write_json(*view), {}, request.id, false);
}

struct Kind {
    const char* media;
    const char* name;
};

Kind kind_of(FileFormat format) {
    switch (format) {
        case FileFormat::csv:
            return {"text/csv", "lexilingo.csv"};
        case FileFormat::anki:
            return {"text/plain", "lexilingo.txt"};
        case FileFormat::apkg:
            return {"application/octet-stream", "lexilingo.apkg"};
    }
    std::unreachable();
}

Task<HttpResponsePtr> export_file(TransferService* service, Request request) {
    const auto query = http::read_query<ExportQuery>(request);
    if (!query) co_return http::problem_reply(query.error(), request.id);
    const auto format = query->format.value_or(FileFormat::csv);
    auto file = co_await service->export_file(request.who().id, format, request.at);
    if (!file) co_return http::problem_reply(file.error(), request.id);
    const auto kind = kind_of(format);
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setContentTypeString(kind.media);
    response->addHeader("Content-Disposition",
                        std::string("attachment; filename=\"") + kind.name + "\"");
    response->addHeader("Cache-Control", "private, no-store");
    response->setBody(std::move(*file));
    co_return response;
}

json import_form() {
    const json binary = {{"type", "string"}, {"format", "binary"}};
    const json columns = {
        {"type", "string"},
        {"contentMediaType", "application/json"},
        {"description", "which column holds what, by its name or number: {\"word\": \"Front\"}"}};
    const json schema = {{"type", "object"},
                         {"required", {"file"}},
                         {"additionalProperties", false},
                         {"properties",
                          {{"file", binary},
                           {"dry_run", {{"type", "string"}, {"enum", {"true", "false"}}}},
                           {"columns", columns}}}};
    return {{"multipart/form-data", {{"schema", schema}}}};
}

json export_media() {
    const json text = {{"schema", {{"type", "string"}}}};
    const json binary = {{"schema", {{"type", "string"}, {"format", "binary"}}}};
    return {{"text/csv", text}, {"text/plain", text}, {"application/octet-stream", binary}};
}

}  // namespace

void mount_transfer(http::Router& router, TransferService& service) {
    router.raw<ImportView>(
        Method::post, "/vocabulary/import",
        {.summary = "Bring words along",
         .tag = "vocabulary",
         .faults = {Fault::malformed, Fault::too_large, Fault::unavailable},
         .description = "CSV with a header, Anki's text export, or an .apkg deck with its review"
                        " history; told apart by content. Each row is imported, known already or"
                        " refused with the reason; all that are imported are, or none. At most"
                        " 20 MiB and 20,000 words. With dry_run nothing is kept."},
        {.request = import_form(), .response = {}, .other_statuses = {}},
        [&service](Request r) { return import_file(&service, std::move(r)); });
    router.raw(Method::get, "/vocabulary/export",
               {.summary = "Take your words along",
                .tag = "vocabulary",
                .faults = {Fault::invalid, Fault::unavailable},
                .description = "CSV, Anki's text format, or an .apkg deck with the schedule and the"
                               " review history."},
               {.request = {}, .response = export_media(), .other_statuses = {}},
               [&service](Request r) { return export_file(&service, std::move(r)); });
    // Router::raw has no place for a query's schema; an endpoint has.
    router.endpoints().back()->query = &http::schema_of<ExportQuery>();
}

}  // namespace lexi::transfer
