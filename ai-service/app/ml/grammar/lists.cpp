#include "ml/grammar/lists.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lexi::ml::grammar {

std::string_view uncountable_of(std::string_view plural) {
    static const std::unordered_map<std::string_view, std::string_view> kMeant{
        {"advices", "advice"},
        {"informations", "information"},
        {"furnitures", "furniture"},
        {"equipments", "equipment"},
        {"homeworks", "homework"},
        {"houseworks", "housework"},
        {"luggages", "luggage"},
        {"baggages", "baggage"},
        {"knowledges", "knowledge"},
        {"weathers", "weather"},
        {"traffics", "traffic"},
        {"moneys", "money"},
        {"musics", "music"},
        {"researches", "research"},
        {"evidences", "evidence"},
        {"progresses", "progress"},
        {"softwares", "software"},
        {"hardwares", "hardware"},
        {"sceneries", "scenery"},
        {"machineries", "machinery"},
        {"jewelries", "jewelry"},
        {"rubbishes", "rubbish"},
        {"garbages", "garbage"},
        {"breads", "bread"},
        {"rices", "rice"},
        {"lucks", "luck"},
        {"pollutions", "pollution"},
        {"transportations", "transportation"},
        {"electricities", "electricity"},
        {"stuffs", "stuff"},
        {"feedbacks", "feedback"},
        {"polices", "police"},
        {"clothings", "clothing"},
        {"vocabularies", "vocabulary"},
        {"happinesses", "happiness"},
        {"slangs", "slang"},
        {"permissions", "permission"},
        {"violences", "violence"}};
    const auto found = kMeant.find(plural);
    return found == kMeant.end() ? std::string_view() : found->second;
}

bool vietnamese_syllable(std::string_view low) {
    static constexpr std::array<std::string_view, 27> kInitials{
        "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d",
        "g",   "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",  "x", ""};
    static const Words kRhymes(
        "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem ien "
        "ieng iep iet ieu im in inh ip it iu o oa oac oai oan oang oanh oat oay oc oe oen oet oi "
        "om "
        "on ong op ot u ua uan uang uat uay uc ue uech uen uenh uet ui um un ung uoc uoi uom uon "
        "uong uop uot uou up ut uu uy uya uyen uyet uynh y yem yen yeu");
    return std::ranges::any_of(kInitials, [low](std::string_view initial) {
        return low.starts_with(initial) && kRhymes.contains(low.substr(initial.size()));
    });
}

}  // namespace lexi::ml::grammar
