#pragma once
// The 39 sounds of American English that the phone model tells apart, as ARPAbet names them
// without stress marks (CMUdict's set), and the blank of CTC.
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lexi::ml {

/// Also the order of the model's outputs; the blank comes after the last.
inline constexpr std::array<std::string_view, 39> kPhones{
    "AA", "AE", "AH", "AO", "AW", "AY", "B",  "CH", "D", "DH", "EH", "ER", "EY",
    "F",  "G",  "HH", "IH", "IY", "JH", "K",  "L",  "M", "N",  "NG", "OW", "OY",
    "P",  "R",  "S",  "SH", "T",  "TH", "UH", "UW", "V", "W",  "Y",  "Z",  "ZH"};
inline constexpr std::size_t kBlank = kPhones.size();
inline constexpr std::size_t kSymbols = kPhones.size() + 1;

/// The index of an ARPAbet phone; a stress digit at its end does not count.
constexpr std::optional<std::size_t> phone_index(std::string_view phone) {
    if (!phone.empty() && phone.back() >= '0' && phone.back() <= '9') phone.remove_suffix(1);
    for (std::size_t i = 0; i < kPhones.size(); ++i) {
        if (kPhones[i] == phone) return i;
    }
    return std::nullopt;
}

}  // namespace lexi::ml
