#include "kit/sealed.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

namespace lexi::sealed {
namespace {

constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;
constexpr std::size_t kTime = 8;
constexpr std::size_t kLongestToken = 16'384;

using Bytes = std::vector<unsigned char>;
using Key = std::array<unsigned char, 32>;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* p) const noexcept { EVP_CIPHER_CTX_free(p); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Key hmac(std::string_view key, std::string_view data) {
    Key out{};
    unsigned size = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(data), data.size(),
             out.data(), &size) == nullptr) {
        throw std::runtime_error("HMAC failed");
    }
    return out;
}

// Keys of their own, so that nothing signed or sealed elsewhere with the secret fits here.
Key key_for(std::string_view use, std::string_view secret) {
    return hmac(secret, "lexilingo sealed text v1 " + std::string(use));
}

std::string_view text_of(const Key& key) {
    return {reinterpret_cast<const char*>(key.data()), key.size()};
}

void check(int ok) {
    if (ok != 1) throw std::runtime_error("AES-GCM failed");
}

std::string time_bytes(Instant at) {
    const auto seconds = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    std::string out;
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(seconds >> shift);
    return out;
}

Instant time_of(std::string_view bytes) {
    std::uint64_t seconds = 0;
    for (const char c : bytes.substr(0, kTime)) {
        seconds = seconds << 8U | static_cast<unsigned char>(c);
    }
    return Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

std::string base64url(const Bytes& raw) {
    std::string text(4 * ((raw.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), raw.data(),
                                     static_cast<int>(raw.size()));
    text.resize(static_cast<std::size_t>(size));
    while (text.ends_with('=')) text.pop_back();
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return text;
}

std::optional<Bytes> from_base64url(std::string_view token) {
    if (token.size() > kLongestToken || token.size() % 4 == 1) return std::nullopt;
    std::string text(token);
    if (text.find_first_of("+/=\n\r ") != std::string::npos) return std::nullopt;
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    const std::size_t padding = (4 - text.size() % 4) % 4;
    text.append(padding, '=');
    Bytes raw(text.size() / 4 * 3);
    const int size = EVP_DecodeBlock(raw.data(), bytes_of(text), static_cast<int>(text.size()));
    if (size < 0) return std::nullopt;
    raw.resize(static_cast<std::size_t>(size) - padding);
    return raw;
}

std::unexpected<Problem> bad() {
    return std::unexpected(Problem{
        .fault = Fault::invalid, .say = "The token is not valid, or not any more.", .fields = {}});
}

}  // namespace

std::string seal(std::string_view text, std::string_view holder, Instant expires,
                 std::string_view secret) {
    const std::string plain = time_bytes(expires) + std::string(text);
    const auto nonce_key = key_for("nonce", secret);
    const auto nonce = hmac(text_of(nonce_key), std::string(holder) + '\0' + plain);
    const auto key = key_for("text", secret);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    Bytes out(kNonce + plain.size() + kTag);
    std::copy_n(nonce.begin(), kNonce, out.begin());
    int size = 0;
    check(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), out.data()));
    check(EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytes_of(holder),
                            static_cast<int>(holder.size())));
    check(EVP_EncryptUpdate(cipher.get(), out.data() + kNonce, &size, bytes_of(plain),
                            static_cast<int>(plain.size())));
    check(EVP_EncryptFinal_ex(cipher.get(), out.data() + kNonce + size, &size));
    check(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag,
                              out.data() + kNonce + plain.size()));
    return base64url(out);
}

Result<std::string> open(std::string_view token, std::string_view holder, std::string_view secret,
                         Instant now) {
    auto raw = from_base64url(token);
    if (!raw || raw->size() < kNonce + kTime + kTag) return bad();
    const auto length = raw->size() - kNonce - kTag;
    const auto key = key_for("text", secret);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    std::string plain(length, '\0');
    int size = 0;
    check(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), raw->data()));
    check(EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytes_of(holder),
                            static_cast<int>(holder.size())));
    check(EVP_DecryptUpdate(cipher.get(), reinterpret_cast<unsigned char*>(plain.data()), &size,
                            raw->data() + kNonce, static_cast<int>(length)));
    check(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag,
                              raw->data() + kNonce + length));
    int rest = 0;
    unsigned char none = 0;
    if (EVP_DecryptFinal_ex(cipher.get(), &none, &rest) != 1) return bad();
    if (time_of(plain) <= now) return bad();
    return plain.substr(kTime);
}

}  // namespace lexi::sealed
