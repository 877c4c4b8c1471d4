#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kit/http.hpp"

namespace drogon {
class MultiPartParser;
}

namespace lexi::http {

/// A multipart/form-data body. The views live as long as the Form and its Request.
struct Form {
    std::map<std::string, std::string, std::less<>> fields;
    std::map<std::string, std::string_view, std::less<>> files;
    std::shared_ptr<drogon::MultiPartParser> owner;
    drogon::HttpRequestPtr request;

    std::string field(std::string_view name) const;  // empty where absent
    /// One of `choices`; empty where the field is absent, a refusal where it has another value.
    Result<std::string> choice(std::string_view name,
                               std::initializer_list<std::string_view> choices) const;
};

/// What a multipart route takes; anything else is refused by name.
struct FormShape {
    std::vector<std::string> required_files;
    std::vector<std::string> required_fields;
    std::vector<std::string> optional_fields;
    std::size_t max_file_bytes = 0;
};

Result<Form> read_form(const Request& request, const FormShape& shape);

}  // namespace lexi::http
