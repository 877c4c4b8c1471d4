#pragma once
// UUIDs in their canonical lower-case text form: what stores and the wire carry.
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace lexi {

class Uuid {
public:
    /// A canonical UUID in either letter case, or nothing.
    static std::optional<Uuid> parse(std::string_view text);
    /// Version 4, from the operating system's generator.
    static Uuid random();
    /// Version 5 (RFC 9562, 5.5): the same name under the same space is always the same id.
    static Uuid named(const Uuid& space, std::string_view name);

    const std::string& str() const { return text_; }
    auto operator<=>(const Uuid&) const = default;

private:
    explicit Uuid(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// `bytes` random bytes from the operating system, as URL-safe base64 without padding.
std::string random_token(std::size_t bytes);

/// SHA-256 of `data` in lower-case hex.
std::string sha256_hex(std::string_view data);

}  // namespace lexi
