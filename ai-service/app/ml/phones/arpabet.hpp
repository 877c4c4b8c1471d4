#pragma once
// The two alphabets of English sounds: ARPAbet (CMUdict, PocketSphinx) and IPA (espeak-ng). Pure.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

/// A stretch of IPA and the ARPAbet phones that it stands for; none for stress marks and blanks.
struct IpaPiece {
    std::string ipa;
    std::vector<std::string> phones;
};

/// Of an ARPAbet phone, with or without a stress digit; false where there is none.
inline bool is_vowel(std::string_view phone) {
    return !phone.empty() && std::string_view("AEIOU").contains(phone.front());
}

/// Joined, the pieces are `ipa` again.
std::vector<IpaPiece> ipa_pieces(std::string_view ipa);

/// ARPAbet of American English IPA as espeak-ng writes it; stress and unknown signs are left out.
std::vector<std::string> ipa_to_arpabet(std::string_view ipa);

/// How unlike two ARPAbet phones are, 0 (the same) to 1: sounds that share place, manner or height
/// are nearer.
double phone_distance(const std::string& a, const std::string& b);

}  // namespace lexi::ml
