#include "kit/ids.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

namespace lexi {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

std::string hex(std::span<const unsigned char> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (auto byte : bytes) {
        text += kHex[byte >> 4];
        text += kHex[byte & 15];
    }
    return text;
}

std::string uuid_text(std::array<unsigned char, 16> bytes, unsigned char version) {
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
    auto text = hex(bytes);
    for (auto at : {8, 13, 18, 23}) text.insert(static_cast<std::size_t>(at), 1, '-');
    return text;
}

void random_bytes(std::span<unsigned char> out) {
    if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1) {
        throw std::runtime_error("the operating system gave no random bytes");
    }
}

std::vector<unsigned char> digest(const EVP_MD* kind, std::string_view data) {
    std::vector<unsigned char> out(static_cast<std::size_t>(EVP_MD_get_size(kind)));
    if (EVP_Digest(data.data(), data.size(), out.data(), nullptr, kind, nullptr) != 1) {
        throw std::runtime_error("digest failed");
    }
    return out;
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    std::string lower;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (c == '-')) return std::nullopt;
        if (c >= 'A' && c <= 'F') {
            lower += static_cast<char>(c - 'A' + 'a');
        } else if (dash || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) {
            lower += c;
        } else {
            return std::nullopt;
        }
    }
    return Uuid{std::move(lower)};
}

Uuid Uuid::random() {
    std::array<unsigned char, 16> bytes{};
    random_bytes(bytes);
    return Uuid{uuid_text(bytes, 4)};
}

Uuid Uuid::named(const Uuid& space, std::string_view name) {
    std::string data;
    for (std::size_t i = 0; i < space.text_.size();) {
        if (space.text_[i] == '-') {
            ++i;
            continue;
        }
        data += static_cast<char>(std::stoi(space.text_.substr(i, 2), nullptr, 16));
        i += 2;
    }
    data += name;
    const auto sha1 = digest(EVP_sha1(), data);
    std::array<unsigned char, 16> bytes{};
    std::copy_n(sha1.begin(), bytes.size(), bytes.begin());
    return Uuid{uuid_text(bytes, 5)};
}

std::string random_token(std::size_t bytes) {
    std::vector<unsigned char> raw(bytes);
    random_bytes(raw);
    std::string text(4 * ((bytes + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), raw.data(),
                                     static_cast<int>(bytes));
    text.resize(static_cast<std::size_t>(size));
    while (text.ends_with('=')) text.pop_back();
    for (auto& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

std::string sha256_hex(std::string_view data) { return hex(digest(EVP_sha256(), data)); }

}  // namespace lexi
