#pragma once
#include <string_view>

namespace lexi::auth {

/// Is it among the 10,000 commonest passwords that are long enough to be taken at all, in any
/// letter case? common_passwords.txt holds them, most frequent first: those of eight or more
/// characters in `passwords` of zxcvbn/frequency_lists.py, zxcvbn 4.5.0 from PyPI, MIT licence, the
/// first 10,000.
bool is_common_password(std::string_view password);

}  // namespace lexi::auth
