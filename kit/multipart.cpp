#include "kit/multipart.hpp"

#include <drogon/MultiPart.h>

#include <algorithm>
#include <format>

#include "kit/utf8.hpp"

namespace lexi::http {
namespace {

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// As Drogon's parser finds it.
std::string boundary_of(const std::string& content_type) {
    const auto at = content_type.find("boundary=");
    if (at == std::string::npos) return {};
    auto boundary = content_type.substr(at + 9, content_type.find(';', at) - (at + 9));
    if (boundary.size() > 2 && boundary[0] == '"') {
        boundary = boundary.substr(1, boundary.size() - 2);
    }
    return boundary;
}

// Drogon 1.9.13 takes the end of a part that has not even a line for a place before its beginning,
// and reads on until the process dies.
bool has_empty_part(std::string_view body, const std::string& boundary) {
    return body.contains(boundary + "\r\n--" + boundary);
}

}  // namespace

std::string Form::field(std::string_view name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

Result<std::string> Form::choice(std::string_view name,
                                 std::initializer_list<std::string_view> choices) const {
    const auto found = fields.find(name);
    if (found == fields.end() || std::ranges::contains(choices, found->second)) return field(name);
    std::string list;
    for (const auto choice : choices)
        list += std::format("{}{}", list.empty() ? "" : " or ", choice);
    return fail_field(std::string(name), "must be " + list);
}

Result<Form> read_form(const Request& request, const FormShape& shape) {
    if (!request.header("content-type").starts_with("multipart/form-data")) {
        return fail(Fault::unsupported_media, "The body must be multipart/form-data.");
    }
    Form form;
    const auto boundary = boundary_of(request.header("content-type"));
    if (boundary.empty() || has_empty_part(request.raw->body(), boundary)) {
        return fail(Fault::malformed, "The multipart body cannot be read.");
    }
    form.request = request.raw;
    form.owner = std::make_shared<drogon::MultiPartParser>();
    if (form.owner->parse(request.raw) != 0) {
        return fail(Fault::malformed, "The multipart body cannot be read.");
    }
    std::map<std::string, std::string> wrong;
    for (const auto& file : form.owner->getFiles()) {
        if (!has(shape.required_files, file.getItemName())) {
            wrong[utf8::mended(file.getItemName())] = "is not a known file";
        } else if (file.fileLength() > shape.max_file_bytes) {
            return fail(Fault::too_large, std::format("{} has more than {} bytes.",
                                                      file.getItemName(), shape.max_file_bytes));
        } else {
            form.files[file.getItemName()] = file.fileContent();
        }
    }
    for (const auto& [name, value] : form.owner->getParameters()) {
        if (!has(shape.required_fields, name) && !has(shape.optional_fields, name)) {
            wrong[utf8::mended(name)] = "is not a known field";
        } else if (!utf8::valid(value) || value.contains('\0')) {
            wrong[name] = "must be UTF-8 text without U+0000";
        } else {
            form.fields[name] = value;
        }
    }
    for (const auto& name : shape.required_files) {
        if (!form.files.contains(name)) wrong.emplace(name, "is required");
    }
    for (const auto& name : shape.required_fields) {
        if (form.field(name).empty()) wrong.emplace(name, "is required");
    }
    if (wrong.empty()) return form;
    const auto& [name, what] = *wrong.begin();
    return std::unexpected(Problem{
        .fault = Fault::invalid,
        .say = std::format("The request cannot be accepted: {} {}.", name, what),
        .fields = wrong,
    });
}

}  // namespace lexi::http
