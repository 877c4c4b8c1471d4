#pragma once
#include <string>

namespace lexi::http {

/// A page that renders /openapi.json with no asset from elsewhere. `interactive` adds a form that
/// sends each request (/docs); without it the page is a reference to read (/redoc).
std::string docs_page(const std::string& title, bool interactive);

}  // namespace lexi::http
