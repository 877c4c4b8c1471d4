#include "app/core/passwords.hpp"

#include <argon2.h>
#include <crypt.h>
#include <sys/random.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "kit/ids.hpp"

namespace lexi {
namespace {

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kMemoryKib = 19456;
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kHashBytes = 32;
constexpr std::string_view kCurrent = "$argon2id$v=19$m=19456,t=2,p=1$";

bool same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned char different = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        different |= static_cast<unsigned char>(a[i] ^ b[i]);
    }
    return different == 0;
}

bool is_bcrypt(const std::string& stored) {
    return stored.size() == 60 && stored.starts_with("$2") && stored[3] == '$' &&
           std::string_view("aby").contains(stored[2]);
}

bool bcrypt_matches(std::string_view password, const std::string& stored) {
    auto scratch = std::make_unique<crypt_data>();
    const std::string text(password);
    const char* again = crypt_r(text.c_str(), stored.c_str(), scratch.get());
    return again != nullptr && again[0] != '*' && same(again, stored);
}

}  // namespace

std::string hash_password(std::string_view password) {
    std::array<unsigned char, 16> salt{};
    if (getrandom(salt.data(), salt.size(), 0) != static_cast<ssize_t>(salt.size())) {
        throw std::runtime_error("no random bytes from the operating system");
    }
    std::array<char, 160> encoded{};
    const int failed =
        argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, password.data(), password.size(),
                              salt.data(), salt.size(), kHashBytes, encoded.data(), encoded.size());
    if (failed != ARGON2_OK) throw std::runtime_error(argon2_error_message(failed));
    return encoded.data();
}

PasswordVerdict check_password(std::string_view password, const std::string& stored) {
    if (stored.starts_with("$argon2id$")) {
        const bool ok =
            argon2id_verify(stored.c_str(), password.data(), password.size()) == ARGON2_OK;
        return {.matches = ok, .outdated = !stored.starts_with(kCurrent)};
    }
    if (is_bcrypt(stored)) return {.matches = bcrypt_matches(password, stored), .outdated = true};
    return {};
}

const std::string& decoy_hash() {
    static const std::string hash = hash_password(random_token(24));
    return hash;
}

}  // namespace lexi
