// Any boundary (the first line) and any body (the rest) become a form or a refusal. Run by
// libFuzzer
// (./lexi fuzz multipart) and, on the kept corpus, by the unit tests.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kit/multipart.hpp"
#include "kit/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lexi;
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const auto line = all.substr(0, all.find('\n'));
    auto raw = drogon::HttpRequest::newHttpRequest();
    raw->setMethod(drogon::Post);
    raw->addHeader("content-type", "multipart/form-data; boundary=" + std::string(line));
    raw->setBody(std::string(all.substr(std::min(line.size() + 1, size))));
    http::Request request;
    request.raw = raw;
    const auto form = http::read_form(request, {.required_files = {"audio"},
                                                .required_fields = {"text"},
                                                .optional_fields = {"language"},
                                                .max_file_bytes = 4096});
    if (!form) {
        if (form.error().fault == Fault::internal || form.error().say.empty()) std::abort();
        return 0;
    }
    std::size_t held = 0;
    for (const auto& [name, bytes] : form->files) held += bytes.size();
    for (const auto& [name, value] : form->fields) {
        if (!utf8::valid(value)) std::abort();
        held += value.size();
    }
    if (held > size || form->field("text").empty()) std::abort();
    return 0;
}
