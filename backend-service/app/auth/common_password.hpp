#pragma once
#include <string_view>

namespace lexi::auth {

/// Is it among the 10,000 commonest passwords, in any letter case? (Those of eight or more
/// characters in the frequency list of zxcvbn 4.5.0, MIT licence: common_passwords.txt.)
bool is_common_password(std::string_view password);

}  // namespace lexi::auth
