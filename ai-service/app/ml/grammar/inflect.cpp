#include "ml/grammar/inflect.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/lexicon/files.hpp"
#include "core/lexicon/forms.hpp"
#include "ml/grammar/harper.hpp"
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {
namespace {

struct Irregular {
    std::string base, past, participle;
};

bool known(const std::string& word, Flag flag) { return has(flags_of(word), flag); }

// The table's rows hold present, past and participle without saying which is which: what ends in
// -s or -ing is not meant, the first of the rest is the past, the last the participle.
std::unordered_map<std::string, Irregular> read_irregular() {
    std::unordered_map<std::string, Irregular> forms;
    std::istringstream lines{std::string(core::irregular_verbs_file())};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        Irregular verb;
        words >> verb.base;
        std::vector<std::string> rest;
        for (std::string form; words >> form;) {
            if (form != core::third_person(verb.base) && !form.ends_with("ing"))
                rest.push_back(form);
        }
        if (rest.empty() || verb.base == "be") continue;
        verb.past = rest.front();
        static const Words kLikeTheBase("come become overcome run");
        verb.participle = kLikeTheBase.contains(verb.base) ? verb.base : rest.back();
        forms.emplace(verb.base, verb);
        for (const auto& form : rest) forms.emplace(form, verb);
    }
    const Irregular be{.base = "be", .past = "was", .participle = "been"};
    for (const char* form : {"be", "am", "is", "are", "was", "were", "been"}) forms[form] = be;
    const Irregular beat{.base = "beat", .past = "beat", .participle = "beaten"};
    forms["beat"] = forms["beaten"] = beat;
    forms["has"] = forms["have"];
    forms["does"] = forms["do"];
    forms["goes"] = forms["go"];
    return forms;
}

const Irregular* irregular(const std::string& form) {
    static const auto forms = read_irregular();
    const auto found = forms.find(form);
    return found == forms.end() ? nullptr : &found->second;
}

bool vowel(char c) { return std::string_view("aeiou").contains(c); }

// Two-syllable verbs that are stressed at the end double their last letter too.
std::string doubled(std::string_view word) {
    std::string base(word);
    static const Words kStressed(
        "admit begin commit control forget occur permit prefer refer regret submit transfer upset "
        "equip compel expel");
    const auto size = base.size();
    if (size < 3 || vowel(base[size - 1]) || std::string_view("wxy").contains(base[size - 1])) {
        return base;
    }
    const auto vowels = std::ranges::count_if(base, vowel);
    const bool short_vowel = vowel(base[size - 2]) && (!vowel(base[size - 3]) || base[1] == 'u');
    if (short_vowel && (vowels == 1 || base == "quit" || kStressed.contains(base))) {
        return base + base.back();
    }
    return base;
}

std::string regular_past(std::string_view word) {
    const std::string base(word);
    if (base.ends_with('e')) return base + "d";
    if (base.ends_with('y') && base.size() > 1 && !vowel(base[base.size() - 2])) {
        return base.substr(0, base.size() - 1) + "ied";
    }
    return doubled(base) + "ed";
}

std::string regular_gerund(std::string_view base) {
    if (base == "be") return "being";
    if (base.ends_with("ie")) return std::string(base.substr(0, base.size() - 2)) + "ying";
    if (base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe")) {
        return std::string(base.substr(0, base.size() - 1)) + "ing";
    }
    return doubled(base) + "ing";
}

// What may stand in front of an ending: watch(es), mak(ing), stud(ied), stopp(ed).
std::vector<std::string> stems(const std::string& cut) {
    std::vector<std::string> made{cut, cut + "e"};
    if (cut.ends_with('e')) made.push_back(cut.substr(0, cut.size() - 1));
    if (cut.ends_with('i')) made.push_back(cut.substr(0, cut.size() - 1) + "y");
    if (cut.ends_with("ie")) made.push_back(cut.substr(0, cut.size() - 2) + "y");
    if (cut.ends_with('y')) made.push_back(cut.substr(0, cut.size() - 1) + "ie");
    if (cut.size() > 2 && cut.back() == cut[cut.size() - 2]) {
        made.push_back(cut.substr(0, cut.size() - 1));
    }
    return made;
}

}  // namespace

std::string base_of_verb(std::string_view word) {
    const std::string form(word);
    if (const auto* verb = irregular(form)) return verb->base;
    for (const auto& [end, made] :
         {std::pair{"s", &core::third_person}, {"ed", &regular_past}, {"ing", &regular_gerund}}) {
        if (!form.ends_with(end)) continue;
        for (auto& stem : stems(form.substr(0, form.size() - std::string_view(end).size()))) {
            if (known(stem, Flag::lemma) && made(stem) == form) return stem;
        }
    }
    // travelled: British spelling doubles what American does not
    for (const std::string_view end : {"ed", "ing"}) {
        if (!form.ends_with(end) || form.size() < end.size() + 4) continue;
        const auto stem = form.substr(0, form.size() - end.size() - 1);
        if (form[stem.size()] == stem.back() && known(stem, Flag::lemma)) return stem;
    }
    return known(form, Flag::lemma) ? form : std::string();
}

std::string third_person_of(std::string_view form) {
    const auto base = base_of_verb(form);
    return base.empty() ? base : core::third_person(base);
}

std::string past_of(std::string_view form) {
    auto base = base_of_verb(form);
    if (base.empty()) return base;
    const auto* verb = irregular(base);
    return verb != nullptr ? verb->past : regular_past(base);
}

std::string participle_of(std::string_view form) {
    auto base = base_of_verb(form);
    if (base.empty()) return base;
    const auto* verb = irregular(base);
    return verb != nullptr ? verb->participle : regular_past(base);
}

std::string gerund_of(std::string_view form) {
    auto base = base_of_verb(form);
    if (base.empty()) return base;
    return regular_gerund(base);
}

std::string plural_of(std::string_view word) {
    const std::string noun(word);
    static const Words kWithEs("potato tomato hero echo mosquito");
    if (kWithEs.contains(noun)) return noun + "es";
    if (noun == "bus" || noun == "gas") return noun + "es";
    auto made = core::plural(noun);
    if (noun.ends_with("man") && noun != "human" && noun != "german" && noun != "roman") {
        made = noun.substr(0, noun.size() - 2) + "en";
    }
    if (noun.ends_with("sis")) made = noun.substr(0, noun.size() - 2) + "es";
    return known(made, Flag::plural) ? made : std::string();
}

std::string singular_of(std::string_view word) {
    const std::string noun(word);
    static const std::unordered_map<std::string, std::string> kIrregular{
        {"children", "child"}, {"people", "person"}, {"men", "man"},      {"women", "woman"},
        {"feet", "foot"},      {"teeth", "tooth"},   {"mice", "mouse"},   {"geese", "goose"},
        {"lives", "life"},     {"wives", "wife"},    {"knives", "knife"}, {"leaves", "leaf"},
        {"halves", "half"},    {"shelves", "shelf"}, {"thieves", "thief"}};
    if (const auto found = kIrregular.find(noun); found != kIrregular.end()) return found->second;
    if (noun.ends_with("men")) return noun.substr(0, noun.size() - 3) + "man";
    if (noun.ends_with("ies")) {
        const auto stem = noun.substr(0, noun.size() - 3) + "y";
        if (known(stem, Flag::noun)) return stem;
    }
    for (const std::string_view end : {"s", "es"}) {
        if (!noun.ends_with(end) || noun.ends_with("ss")) continue;
        const auto stem = noun.substr(0, noun.size() - end.size());
        if (known(stem, Flag::noun) && core::plural(stem) == noun) return stem;
    }
    return {};
}

std::string_view article_for(std::string_view word) {
    static constexpr std::array kAn{"hour", "honest", "honor", "honour", "heir"};
    static constexpr std::array kA{"uni",  "use",  "usu",   "euro", "one",   "once",
                                   "ubiq", "utop", "usefu", "unif", "eulog", "ewe"};
    const auto begins = [word](const char* start) { return word.starts_with(start); };
    if (word.starts_with("unin") || word.starts_with("unim") || word.starts_with("unid")) {
        return "an";
    }
    if (std::ranges::any_of(kAn, begins)) return "an";
    if (std::ranges::any_of(kA, begins)) return "a";
    return !word.empty() && vowel(word[0]) ? "an" : "a";
}

std::string cased_like(std::string text, std::string_view like) {
    if (!text.empty() && !like.empty() && std::isupper(static_cast<unsigned char>(like[0])) != 0) {
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    return text;
}

}  // namespace lexi::ml::grammar
