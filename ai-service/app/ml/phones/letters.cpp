#include "ml/phones/letters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "ml/phones/arpabet.hpp"

namespace lexi::ml {
namespace {

// A group of letters and the sounds that it commonly stands for, ways apart by "|". American
// spelling and CMUdict's phones; beyond single letters only what two letters cannot give apart.
struct Spelling {
    std::string_view letters, ways;
};
constexpr std::array kSpellings{
    Spelling{"a", "AE|EY|AH|AA|AO|EH|IH"},
    Spelling{"b", "B"},
    Spelling{"c", "K|S|SH|CH"},
    Spelling{"d", "D|JH|T"},
    Spelling{"e", "EH|IY|IH|AH|EY"},
    Spelling{"f", "F|V"},
    Spelling{"g", "G|JH|ZH"},
    Spelling{"h", "HH"},
    Spelling{"i", "IH|AY|IY|AH|Y"},
    Spelling{"j", "JH|Y|HH"},
    Spelling{"k", "K"},
    Spelling{"l", "L|AH L"},
    Spelling{"m", "M|AH M"},
    Spelling{"n", "N|NG"},
    Spelling{"o", "AA|OW|AH|AO|UW|UH|IH|W AH"},
    Spelling{"p", "P"},
    Spelling{"q", "K"},
    Spelling{"r", "R|ER"},
    Spelling{"s", "S|Z|SH|ZH"},
    Spelling{"t", "T|CH|D"},
    Spelling{"u", "AH|UW|UH|IH|EH|W|Y UW|Y UH|Y AH|Y ER|AH W"},
    Spelling{"v", "V"},
    Spelling{"w", "W"},
    Spelling{"x", "K S|G Z|Z|K SH|G ZH"},
    Spelling{"y", "Y|IY|AY|IH"},
    Spelling{"z", "Z|S|ZH"},
    Spelling{"bb", "B"},
    Spelling{"cc", "K|CH"},
    Spelling{"dd", "D"},
    Spelling{"ff", "F"},
    Spelling{"gg", "G|JH"},
    Spelling{"kk", "K"},
    Spelling{"ll", "L"},
    Spelling{"mm", "M"},
    Spelling{"nn", "N"},
    Spelling{"pp", "P"},
    Spelling{"rr", "R|ER"},
    Spelling{"ss", "S|SH|Z"},
    Spelling{"tt", "T"},
    Spelling{"vv", "V"},
    Spelling{"zz", "Z|T S"},
    Spelling{"ch", "CH|K|SH"},
    Spelling{"tch", "CH"},
    Spelling{"ck", "K"},
    Spelling{"dg", "JH"},
    Spelling{"dge", "JH"},
    Spelling{"ge", "JH|ZH"},
    Spelling{"gh", "G|F"},
    Spelling{"gn", "N"},
    Spelling{"gu", "G"},
    Spelling{"kn", "N"},
    Spelling{"ce", "S|SH"},
    Spelling{"ci", "SH"},
    Spelling{"si", "SH|ZH"},
    Spelling{"ssi", "SH"},
    Spelling{"ti", "SH|CH"},
    Spelling{"sc", "S|SH"},
    Spelling{"sh", "SH"},
    Spelling{"st", "S"},
    Spelling{"se", "S|Z"},
    Spelling{"ze", "Z"},
    Spelling{"ve", "V"},
    Spelling{"th", "TH|DH|T"},
    Spelling{"the", "DH"},
    Spelling{"ph", "F|P"},
    Spelling{"mb", "M"},
    Spelling{"mn", "M"},
    Spelling{"bt", "T"},
    Spelling{"ps", "S"},
    Spelling{"pb", "B"},
    Spelling{"qu", "K"},
    Spelling{"que", "K"},
    Spelling{"rh", "R"},
    Spelling{"wr", "R"},
    Spelling{"wh", "W|HH"},
    Spelling{"ng", "NG"},
    Spelling{"sw", "S"},
    Spelling{"tw", "T"},
    Spelling{"le", "AH L"},
    Spelling{"re", "ER"},
    Spelling{"ed", "D|T"},
    Spelling{"es", "Z|S"},
    Spelling{"ai", "EY|EH|AH|IH|AE"},
    Spelling{"ay", "EY|EH|IY"},
    Spelling{"au", "AO|AA|AE|OW|AH"},
    Spelling{"aw", "AO|AA"},
    Spelling{"al", "AO|AA|AE"},
    Spelling{"augh", "AO|AE"},
    Spelling{"ar", "ER"},
    Spelling{"ea", "IY|EH|EY|IH|AA"},
    Spelling{"ear", "ER"},
    Spelling{"ee", "IY|IH"},
    Spelling{"ei", "EY|IY|AY|EH|IH|AE"},
    Spelling{"eigh", "EY|AY"},
    Spelling{"er", "ER"},
    Spelling{"ere", "ER"},
    Spelling{"eu", "UW|UH|Y UW"},
    Spelling{"ew", "UW|OW|Y UW"},
    Spelling{"ey", "IY|EY"},
    Spelling{"eye", "AY"},
    Spelling{"eau", "OW|UW|Y UW"},
    Spelling{"eo", "IY|EH|AH"},
    Spelling{"ia", "AH|IH"},
    Spelling{"ie", "IY|AY|EH|IH"},
    Spelling{"iew", "UW|Y UW"},
    Spelling{"igh", "AY"},
    Spelling{"ir", "ER"},
    Spelling{"io", "AH"},
    Spelling{"iou", "AH"},
    Spelling{"is", "AY"},
    Spelling{"oa", "OW|AO"},
    Spelling{"oe", "OW|UW|AH"},
    Spelling{"oi", "OY"},
    Spelling{"oy", "OY"},
    Spelling{"oo", "UW|UH|AH|AO"},
    Spelling{"ol", "OW"},
    Spelling{"or", "ER"},
    Spelling{"ou", "AW|UW|AH|UH|OW|AO"},
    Spelling{"ough", "AO|OW|UW|AW|AA"},
    Spelling{"oul", "UH"},
    Spelling{"our", "ER"},
    Spelling{"ow", "AW|OW|AA"},
    Spelling{"owe", "OW|AW"},
    Spelling{"ue", "UW|Y UW"},
    Spelling{"ui", "UW|IH"},
    Spelling{"uy", "AY"},
    Spelling{"ur", "ER"},
    Spelling{"ure", "ER"},
    Spelling{"urr", "ER"},
    Spelling{"arr", "ER"},
    Spelling{"yr", "ER"},
    Spelling{"yer", "ER"},
};

constexpr double kImpossible = std::numeric_limits<double>::infinity();
constexpr double kTwoSounds = 0.3;  // a group for two sounds, where each could have its own letters
constexpr double kSilentE = 0.2;    // at the end of the word
constexpr double kSilent = 1;
constexpr double kSameClass = 2;  // a vowel by some other vowel letter, a consonant likewise
constexpr double kOtherClass = 3;
constexpr double kNoLetter = 3;
constexpr double kStrange = 1.5;  // mean cost of a phone from which the word is not spelled out
constexpr std::size_t kLongestGroup = 4;

const std::unordered_map<std::string_view, std::string_view>& spellings() {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> made;
        for (const auto& spelling : kSpellings) made.emplace(spelling.letters, spelling.ways);
        return made;
    }();
    return table;
}

bool has_way(std::string_view ways, std::string_view way) {
    for (std::size_t at = 0; at <= ways.size();) {
        const auto end = std::min(ways.find('|', at), ways.size());
        if (ways.substr(at, end - at) == way) return true;
        at = end + 1;
    }
    return false;
}

bool vowel_letter(char c) { return std::string_view("aeiouy*").contains(c); }

// One character for each of the word's, lower case; "*" for letters beyond ASCII, "'" for marks.
struct Written {
    std::string letters;
    std::vector<std::size_t> utf16;  // where each begins, and the word's length
};

Written read(std::string_view word) {
    Written written;
    std::size_t units = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto lead = static_cast<unsigned char>(word[at]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const bool letter = std::isalnum(lead) != 0 && lead < 0x80;
        const char other = bytes == 2 ? '*' : '\'';
        written.letters += letter ? static_cast<char>(std::tolower(lead)) : other;
        written.utf16.push_back(units);
        units += bytes == 4 ? 2 : 1;
        at += bytes;
    }
    written.utf16.push_back(units);
    return written;
}

// The cheapest way to lay letters under phones. Cell (i, j): i letters and j phones are done.
class Table {
public:
    Table(const std::string& letters, const std::vector<std::string>& phones)
        : letters_(letters), phones_(phones), cells_((letters.size() + 1) * (phones.size() + 1)) {
        at(0, 0).cost = 0;
        for (std::size_t i = 0; i <= letters.size(); ++i) {
            for (std::size_t j = 0; j <= phones.size(); ++j) extend(i, j);
        }
    }

    double cost() { return at(letters_.size(), phones_.size()).cost; }

    // The letters of each phone.
    std::vector<LetterSpan> spans() {
        std::vector<LetterSpan> found(phones_.size());
        std::size_t i = letters_.size(), j = phones_.size();
        while (i > 0 || j > 0) {
            const auto cell = at(i, j);
            i -= cell.letters;
            for (std::size_t k = 0; k < cell.phones; ++k) found[--j] = {i, i + cell.letters};
        }
        return found;
    }

private:
    struct Cell {
        double cost = kImpossible;
        std::size_t letters = 0, phones = 0;  // the last step
    };

    Cell& at(std::size_t i, std::size_t j) { return cells_[(i * (phones_.size() + 1)) + j]; }

    void offer(std::size_t i, std::size_t j, std::size_t letters, std::size_t phones, double cost) {
        auto& cell = at(i + letters, j + phones);
        if (at(i, j).cost + cost >= cell.cost) return;
        cell = {.cost = at(i, j).cost + cost, .letters = letters, .phones = phones};
    }

    double silent(std::size_t i) const {
        if (letters_[i] == '\'') return 0;
        const bool final_e = letters_[i] == 'e' && i + 1 == letters_.size();
        return final_e ? kSilentE : kSilent;
    }

    void extend(std::size_t i, std::size_t j) {
        if (j < phones_.size()) offer(i, j, 0, 1, kNoLetter);
        if (i == letters_.size()) return;
        offer(i, j, 1, 0, silent(i));
        if (j == phones_.size()) return;
        const bool same = vowel_letter(letters_[i]) == is_vowel(phones_[j]);
        offer(i, j, 1, 1, same ? kSameClass : kOtherClass);
        for (std::size_t n = 1; n <= kLongestGroup && i + n <= letters_.size(); ++n) {
            const auto group = spellings().find(std::string_view(letters_).substr(i, n));
            if (group == spellings().end()) continue;
            const bool ending = group->first == "ed" || group->first == "es";
            if (ending && i + n < letters_.size()) continue;
            if (has_way(group->second, phones_[j])) offer(i, j, n, 1, 0);
            if (j + 1 < phones_.size() &&
                has_way(group->second, phones_[j] + " " + phones_[j + 1])) {
                offer(i, j, n, 2, kTwoSounds);
            }
        }
    }

    const std::string& letters_;
    const std::vector<std::string>& phones_;
    std::vector<Cell> cells_;
};

}  // namespace

std::vector<LetterSpan> letter_spans(std::string_view word,
                                     const std::vector<std::string>& phones) {
    const auto written = read(word);
    Table table(written.letters, phones);
    const bool figures = std::ranges::any_of(
        written.letters, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    const double mean = phones.empty() ? 0 : table.cost() / static_cast<double>(phones.size());
    auto spans = table.spans();
    const bool lacking =
        std::ranges::any_of(spans, [](const LetterSpan& span) { return span.begin == span.end; });
    if (figures || lacking || mean > kStrange) {
        return std::vector<LetterSpan>(phones.size(), {0, written.utf16.back()});
    }
    for (auto& span : spans) span = {written.utf16[span.begin], written.utf16[span.end]};
    return spans;
}

}  // namespace lexi::ml
