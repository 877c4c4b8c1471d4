#include "ml/phones/arpabet.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "ml/phones/aligner.hpp"

namespace lexi::ml {
namespace {

struct Sign {
    std::string_view ipa;
    std::string_view phones;  // apart by a blank
};

// Longer signs first. espeak-ng's en-us voice; flaps and glottal stops are what CMUdict writes as
// T.
constexpr std::array kSigns{
    Sign{"tʃ", "CH"},        Sign{"dʒ", "JH"}, Sign{"aɪə", "AY ER"},    Sign{"aɪ", "AY"},
    Sign{"aʊ", "AW"},        Sign{"eɪ", "EY"}, Sign{"oʊ", "OW"},        Sign{"əʊ", "OW"},
    Sign{"ɔɪ", "OY"},        Sign{"ɜː", "ER"}, Sign{"ɪɹ", "IH R"},      Sign{"iː", "IY"},
    Sign{"ɑː", "AA"},        Sign{"ɔː", "AO"}, Sign{"uː", "UW"},        Sign{"oː", "AO"},
    Sign{"aː", "AA"},        Sign{"ɛː", "EH"}, Sign{"n\u0329", "AH N"}, Sign{"l\u0329", "AH L"},
    Sign{"m\u0329", "AH M"}, Sign{"ɚ", "ER"},  Sign{"ɝ", "ER"},         Sign{"ɜ", "ER"},
    Sign{"i", "IY"},         Sign{"ɪ", "IH"},  Sign{"ᵻ", "IH"},         Sign{"ɨ", "IH"},
    Sign{"ɛ", "EH"},         Sign{"e", "EH"},  Sign{"æ", "AE"},         Sign{"ɑ", "AA"},
    Sign{"a", "AA"},         Sign{"ɒ", "AA"},  Sign{"ɔ", "AO"},         Sign{"o", "OW"},
    Sign{"ʌ", "AH"},         Sign{"ə", "AH"},  Sign{"ɐ", "AH"},         Sign{"u", "UW"},
    Sign{"ʊ", "UH"},         Sign{"ɹ", "R"},   Sign{"r", "R"},          Sign{"ɾ", "T"},
    Sign{"ʔ", "T"},          Sign{"p", "P"},   Sign{"b", "B"},          Sign{"t", "T"},
    Sign{"d", "D"},          Sign{"k", "K"},   Sign{"ɡ", "G"},          Sign{"g", "G"},
    Sign{"x", "K"},          Sign{"f", "F"},   Sign{"v", "V"},          Sign{"θ", "TH"},
    Sign{"ð", "DH"},         Sign{"s", "S"},   Sign{"z", "Z"},          Sign{"ʃ", "SH"},
    Sign{"ʒ", "ZH"},         Sign{"h", "HH"},  Sign{"ç", "HH"},         Sign{"m", "M"},
    Sign{"n", "N"},          Sign{"ɲ", "N Y"}, Sign{"ŋ", "NG"},         Sign{"l", "L"},
    Sign{"ɫ", "L"},          Sign{"ɬ", "L"},   Sign{"w", "W"},          Sign{"ʍ", "W"},
    Sign{"j", "Y"}};

struct Phone {
    std::string_view ipa;
    char kind;   // v vowel, s stop, a affricate, f fricative, n nasal, l liquid or glide
    int place;   // consonants: 0 lips, 1 teeth, 2 ridge, 3 palate, 4 back; vowels: 0 front … 2 back
    int height;  // vowels: 0 close … 2 open; consonants: 1 voiced
};

const std::map<std::string, Phone, std::less<>>& phones() {
    static const std::map<std::string, Phone, std::less<>> all = {
        {"AA", {"ɑ", 'v', 2, 2}},  {"AE", {"æ", 'v', 0, 2}},  {"AH", {"ʌ", 'v', 1, 1}},
        {"AO", {"ɔ", 'v', 2, 1}},  {"AW", {"aʊ", 'v', 1, 2}}, {"AY", {"aɪ", 'v', 1, 2}},
        {"EH", {"ɛ", 'v', 0, 1}},  {"ER", {"ɝ", 'v', 1, 1}},  {"EY", {"eɪ", 'v', 0, 1}},
        {"IH", {"ɪ", 'v', 0, 0}},  {"IY", {"i", 'v', 0, 0}},  {"OW", {"oʊ", 'v', 2, 1}},
        {"OY", {"ɔɪ", 'v', 2, 1}}, {"UH", {"ʊ", 'v', 2, 0}},  {"UW", {"u", 'v', 2, 0}},
        {"P", {"p", 's', 0, 0}},   {"B", {"b", 's', 0, 1}},   {"T", {"t", 's', 2, 0}},
        {"D", {"d", 's', 2, 1}},   {"K", {"k", 's', 4, 0}},   {"G", {"ɡ", 's', 4, 1}},
        {"CH", {"tʃ", 'a', 3, 0}}, {"JH", {"dʒ", 'a', 3, 1}}, {"F", {"f", 'f', 0, 0}},
        {"V", {"v", 'f', 0, 1}},   {"TH", {"θ", 'f', 1, 0}},  {"DH", {"ð", 'f', 1, 1}},
        {"S", {"s", 'f', 2, 0}},   {"Z", {"z", 'f', 2, 1}},   {"SH", {"ʃ", 'f', 3, 0}},
        {"ZH", {"ʒ", 'f', 3, 1}},  {"HH", {"h", 'f', 4, 0}},  {"M", {"m", 'n', 0, 1}},
        {"N", {"n", 'n', 2, 1}},   {"NG", {"ŋ", 'n', 4, 1}},  {"L", {"l", 'l', 2, 1}},
        {"R", {"ɹ", 'l', 3, 1}},   {"W", {"w", 'l', 0, 1}},   {"Y", {"j", 'l', 3, 1}}};
    return all;
}

void add(std::vector<std::string>& out, std::string_view blank_apart) {
    for (std::size_t at = 0; at <= blank_apart.size();) {
        const auto end = std::min(blank_apart.find(' ', at), blank_apart.size());
        out.emplace_back(blank_apart.substr(at, end - at));
        at = end + 1;
    }
}

}  // namespace

std::vector<IpaPiece> ipa_pieces(std::string_view ipa) {
    std::vector<IpaPiece> pieces;
    while (!ipa.empty()) {
        auto& piece = pieces.emplace_back();
        const auto sign =
            std::ranges::find_if(kSigns, [&](const Sign& s) { return ipa.starts_with(s.ipa); });
        std::size_t length = 1;
        if (sign != kSigns.end()) {
            add(piece.phones, sign->phones);
            length = sign->ipa.size();
        } else {
            const auto continues = [&](std::size_t at) {
                return at < ipa.size() && (static_cast<unsigned char>(ipa[at]) & 0xC0) == 0x80;
            };
            while (continues(length)) ++length;
        }
        piece.ipa = ipa.substr(0, length);
        ipa.remove_prefix(length);
    }
    return pieces;
}

std::vector<std::string> ipa_to_arpabet(std::string_view ipa) {
    std::vector<std::string> found;
    for (auto& piece : ipa_pieces(ipa)) {
        found.insert(found.end(), piece.phones.begin(), piece.phones.end());
    }
    return found;
}

double phone_distance(const std::string& a, const std::string& b) {
    if (a == b) return 0;
    const auto left = phones().find(a);
    const auto right = phones().find(b);
    if (left == phones().end() || right == phones().end()) return 1;
    const auto& x = left->second;
    const auto& y = right->second;
    if ((x.kind == 'v') != (y.kind == 'v')) return 1;
    double distance = 0.25 + (x.kind == y.kind ? 0 : 0.3);
    distance += 0.1 * std::min(3, std::abs(x.place - y.place));
    distance += 0.1 * std::abs(x.height - y.height);
    return std::min(1.0, distance);
}

std::string arpabet_to_ipa(const std::string& phone) {
    std::string plain = phone;
    while (!plain.empty() && plain.back() >= '0' && plain.back() <= '9') plain.pop_back();
    const auto found = phones().find(plain);
    if (found == phones().end()) return phone;
    if (phone == "AH0") return "ə";
    if (phone == "ER0") return "ɚ";
    return std::string(found->second.ipa);
}

}  // namespace lexi::ml
