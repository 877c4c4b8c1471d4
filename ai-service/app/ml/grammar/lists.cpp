#include "ml/grammar/lists.hpp"

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
        {"lucks", "luck"},
        {"pollutions", "pollution"},
        {"transportations", "transportation"},
        {"electricities", "electricity"},
        {"stuffs", "stuff"},
        {"feedbacks", "feedback"},
        {"clothings", "clothing"},
        {"vocabularies", "vocabulary"},
        {"happinesses", "happiness"},
        {"slangs", "slang"},
        {"permissions", "permission"},
        {"violences", "violence"}};
    const auto found = kMeant.find(plural);
    return found == kMeant.end() ? std::string_view() : found->second;
}

}  // namespace lexi::ml::grammar
