#pragma once
// Password hashes. Every call computes for tens of milliseconds: on a WorkerPool, never on a loop.
#include <string>
#include <string_view>

namespace lexi {

/// argon2id with t=2, m=19,456 KiB, p=1 (OWASP ASVS 5.0, appendix C), as a PHC string with a fresh
/// salt.
std::string hash_password(std::string_view password);

struct PasswordVerdict {
    bool matches = false;
    bool outdated = false;  // bcrypt, or argon2id with other costs: to be hashed again now
};

/// `stored` is a PHC argon2id string or a bcrypt hash ($2a$, $2b$, $2y$); anything else never
/// matches.
PasswordVerdict check_password(std::string_view password, const std::string& stored);

/// A hash of no password: checking against it takes as long as against a real one.
const std::string& decoy_hash();

}  // namespace lexi
