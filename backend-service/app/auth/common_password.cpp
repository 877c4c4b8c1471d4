#include "app/auth/common_password.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_set>

#include "common_passwords.hpp"

namespace lexi::auth {
namespace {

std::unordered_set<std::string_view> read_list() {
    std::unordered_set<std::string_view> list;
    for (std::string_view rest = kCommonPasswords; !rest.empty();) {
        const auto end = rest.find('\n');
        list.insert(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return list;
}

}  // namespace

bool is_common_password(std::string_view password) {
    static const auto list = read_list();
    std::string lower(password);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return list.contains(lower);
}

}  // namespace lexi::auth
