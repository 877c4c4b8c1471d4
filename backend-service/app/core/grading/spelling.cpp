#include "app/core/grading/spelling.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "english_words.hpp"

namespace lexi::grading {
namespace {

using Spellings = std::unordered_map<std::string, std::string>;
using Endings = std::vector<std::string_view>;
using Stems = std::vector<std::string_view>;

// Our own lists: stems and what may follow, written out into one table.
void add_family(Spellings& out, const Stems& stems, std::string_view british, std::string_view us,
                const Endings& endings) {
    for (const auto stem : stems) {
        for (const auto ending : endings) {
            std::string from(stem);
            std::string to(stem);
            from.append(british).append(ending);
            to.append(us).append(ending);
            out.emplace(std::move(from), std::move(to));
        }
    }
}

void add_families(Spellings& out) {
    add_family(out,
               {"arm",    "behavi", "clam",   "col", "endeav", "fav",    "flav",  "harb", "hon",
                "hum",    "lab",    "neighb", "od",  "parl",   "ranc",   "rig",   "rum",  "sav",
                "splend", "tum",    "val",    "vap", "vig",    "discol", "dishon"},
               "our", "or",
               {"", "s", "ed", "ing", "ful", "less", "able", "ite", "ites", "er", "ers", "hood",
                "hoods", "y", "ly"});
    add_family(out,
               {"cent", "theat", "met", "lit", "fib", "kilomet", "centimet", "millimet", "millilit",
                "calib", "somb", "spect", "lust", "meag", "amphitheat"},
               "re", "er", {"", "s"});
    add_family(out, {"cent"}, "red", "ered", {""});
    add_family(
        out, {"agon",     "apolog",     "author",   "capital", "categor",    "character", "civil",
              "critic",   "customer",   "custom",   "digit",   "econom",     "emphas",    "energ",
              "familiar", "fantas",     "final",    "general", "harmon",     "hospital",  "ideal",
              "immun",    "industrial", "legal",    "local",   "maxim",      "memor",     "minim",
              "mobil",    "modern",     "national", "normal",  "organ",      "personal",  "popular",
              "priorit",  "privat",     "real",     "recogn",  "revolution", "social",    "special",
              "stabil",   "standard",   "steril",   "subsid",  "summar",     "symbol",    "sympath",
              "synchron", "util",       "vandal",   "verbal",  "victim",     "visual"},
        "is", "iz", {"e", "es", "ed", "er", "ers", "ing", "ation", "ations", "able"});
    add_family(out, {"anal", "paral", "catal"}, "ys", "yz", {"e", "ed", "ing", "er"});
    add_family(out,
               {"cance", "dia", "equa", "fue", "jewe", "labe", "leve", "marve", "mode", "pane",
                "quarre", "signa", "trave", "tunne", "counse", "pedd", "swive", "unrave"},
               "ll", "l", {"ed", "ing", "er", "ers", "ings"});
    add_family(out, {"catal", "dial", "anal", "monol", "prol", "epil"}, "ogue", "og", {"", "s"});
    add_family(out, {"def", "off", "pret", "lic"}, "ence", "ense", {"", "s"});
    add_family(out, {"lic"}, "enced", "ensed", {""});
    add_family(out, {"burn", "dream", "lean", "leap", "learn", "spoil"}, "t", "ed", {""});
    add_family(out, {"fulfi", "enro", "insta"}, "lment", "llment", {"", "s"});
    add_family(out, {"ski", "wi"}, "lful", "llful", {"", "ly"});
}

const Spellings& spellings() {
    static const Spellings all = [] {
        Spellings out = {{"fulfil", "fulfill"},
                         {"fulfils", "fulfills"},
                         {"enrol", "enroll"},
                         {"enrols", "enrolls"},
                         {"smelt", "smelled"},
                         {"spelt", "spelled"},
                         {"spilt", "spilled"},
                         {"grey", "gray"},
                         {"greys", "grays"},
                         {"mum", "mom"},
                         {"mums", "moms"},
                         {"mummy", "mommy"},
                         {"programme", "program"},
                         {"programmes", "programs"},
                         {"jewellery", "jewelry"},
                         {"pyjamas", "pajamas"},
                         {"tyre", "tire"},
                         {"tyres", "tires"},
                         {"cheque", "check"},
                         {"cheques", "checks"},
                         {"ok", "okay"},
                         {"practise", "practice"},
                         {"practised", "practiced"},
                         {"practises", "practices"},
                         {"practising", "practicing"},
                         {"storey", "story"},
                         {"storeys", "stories"},
                         {"aeroplane", "airplane"},
                         {"aeroplanes", "airplanes"},
                         {"aluminium", "aluminum"},
                         {"plough", "plow"},
                         {"kerb", "curb"},
                         {"mould", "mold"},
                         {"moustache", "mustache"},
                         {"sceptical", "skeptical"},
                         {"judgement", "judgment"},
                         {"ageing", "aging"},
                         {"cosy", "cozy"},
                         {"doughnut", "donut"},
                         {"doughnuts", "donuts"},
                         {"draught", "draft"},
                         {"manoeuvre", "maneuver"},
                         {"orthopaedic", "orthopedic"},
                         {"paediatric", "pediatric"},
                         {"encyclopaedia", "encyclopedia"},
                         {"anaemia", "anemia"},
                         {"diarrhoea", "diarrhea"},
                         {"towards", "toward"},
                         {"afterwards", "afterward"},
                         {"backwards", "backward"},
                         {"forwards", "forward"},
                         {"whilst", "while"},
                         {"yoghurt", "yogurt"},
                         {"yoghurts", "yogurts"},
                         {"woollen", "woolen"},
                         {"omelette", "omelet"},
                         {"omelettes", "omelets"},
                         {"tsar", "czar"},
                         {"maths", "math"}};
        add_families(out);
        return out;
    }();
    return all;
}

const std::vector<std::string_view>& english_words() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> out;
        std::string_view rest(kEnglishWords, sizeof(kEnglishWords) - 1);
        while (!rest.empty()) {
            const auto end = rest.find('\n');
            const auto line = rest.substr(0, end);
            if (!line.empty() && !line.starts_with('#')) out.push_back(line);
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
        return out;
    }();
    return words;
}

bool is_english(std::string_view word) { return std::ranges::binary_search(english_words(), word); }

// A word as stem and grammatical ending; "" is an ending too.
struct Form {
    std::string stem;
    std::string_view ending;
};

std::vector<Form> forms(std::string_view word) {
    struct Rule {
        std::string_view suffix, put_back, ending;
    };
    static constexpr std::array<Rule, 13> kRules = {{{"ies", "y", "s"},
                                                     {"ied", "y", "ed"},
                                                     {"ier", "y", "er"},
                                                     {"iest", "y", "est"},
                                                     {"'s", "", "'s"},
                                                     {"es", "", "s"},
                                                     {"s", "", "s"},
                                                     {"ed", "", "ed"},
                                                     {"d", "", "ed"},
                                                     {"ing", "", "ing"},
                                                     {"er", "", "er"},
                                                     {"est", "", "est"},
                                                     {"ly", "", "ly"}}};
    std::vector<Form> out = {{.stem = std::string(word), .ending = ""}};
    for (const auto& [suffix, put_back, ending] : kRules) {
        if (word.size() < suffix.size() + 2 || !word.ends_with(suffix)) continue;
        std::string stem(word.substr(0, word.size() - suffix.size()));
        stem += put_back;
        out.push_back({stem, ending});
    }
    return out;
}

// Do they share a stem with other endings, or the same ending made in another way (studys)? A stem
// may have lost an e or doubled its last letter (making, stopped).
bool differs_in_grammar(std::string_view given, std::string_view expected) {
    const auto same_stem = [](const std::string& a, const std::string& b) {
        if (a == b || a + "e" == b || b + "e" == a) return true;
        const auto doubled = [](const std::string& longer, const std::string& shorter) {
            return longer.size() == shorter.size() + 1 && longer.starts_with(shorter) &&
                   longer.back() == shorter.back();
        };
        return doubled(a, b) || doubled(b, a);
    };
    for (const auto& a : forms(given)) {
        for (const auto& b : forms(expected)) {
            if (a.ending != b.ending && same_stem(a.stem, b.stem)) return true;
            if (a.ending == b.ending && a.ending == "s" && a.stem == b.stem) return true;
        }
    }
    return false;
}

}  // namespace

std::string american(std::string_view word) {
    const auto found = spellings().find(std::string(word));
    return found == spellings().end() ? std::string(word) : found->second;
}

std::size_t typo_budget(std::size_t letters) {
    if (letters < 5) return 0;
    return letters < 9 ? 1 : 2;
}

std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t limit) {
    const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > limit) return limit + 1;
    // Three rows of the usual table: optimal string alignment.
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min(
                {above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[b.size()], limit + 1);
}

bool is_typo(std::string_view given, std::string_view expected) {
    constexpr std::size_t kLongest = 40;  // a bound on the work
    const auto budget = typo_budget(expected.size());
    if (budget == 0 || given == expected || given.size() > kLongest || expected.size() > kLongest) {
        return false;
    }
    if (letters_apart(given, expected, budget) > budget) return false;
    return !is_english(given) && !is_english(american(given)) &&
           !differs_in_grammar(given, expected);
}

}  // namespace lexi::grading
