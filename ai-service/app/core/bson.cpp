#include "core/bson.hpp"

#include <algorithm>
#include <bsoncxx/v1/oid.hpp>
#include <cctype>
#include <cstring>

namespace lexi::core {
namespace {

ObjectId copy_of(const bsoncxx::v1::oid& made) {
    ObjectId id;
    std::memcpy(id.bytes.data(), made.bytes(), id.bytes.size());
    return id;
}

void put_int32(std::string& out, std::int32_t value) {
    const auto bits = static_cast<std::uint32_t>(value);
    for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>(bits >> (8 * i) & 0xFF));
}

}  // namespace

ObjectId new_object_id() { return copy_of(bsoncxx::v1::oid{}); }

std::string to_hex(const ObjectId& id) {
    return bsoncxx::v1::oid(id.bytes.data(), id.bytes.size()).to_string();
}

std::optional<ObjectId> parse_object_id(std::string_view hex) {
    const bool fits = hex.size() == 24 && std::ranges::all_of(hex, [](unsigned char c) {
                          return std::isxdigit(c) != 0;
                      });
    if (!fits) return std::nullopt;
    return copy_of(bsoncxx::v1::oid(bsoncxx::v1::stdx::string_view(hex.data(), hex.size())));
}

std::string ordered(const std::vector<std::pair<std::string, std::int32_t>>& fields) {
    constexpr char kInt32 = 0x10;
    std::string body;
    for (const auto& [name, value] : fields) {
        body.push_back(kInt32);
        body.append(name).push_back('\0');
        put_int32(body, value);
    }
    std::string out;
    put_int32(out, static_cast<std::int32_t>(body.size() + 5));
    return out + body + '\0';
}

}  // namespace lexi::core
