#pragma once

namespace lexi::http {

/// Before the server runs: requests with a method that Drogon does not know (TRACE, CONNECT, LINK)
/// reach our edge, which answers 405 with Allow (RFC 9110, 15.5.6). Drogon 1.9.13's parser refuses
/// them itself, without Allow and not in our form, and has no hook for it; but it calls a function
/// of its own through the dynamic linker, which takes the program's before the library's. The
/// definition stands beside this one. Where a later Drogon does not have the function, its own
/// answer is back, a line of the log says so, and tests/contract fails.
void let_unknown_methods_in();

}  // namespace lexi::http
