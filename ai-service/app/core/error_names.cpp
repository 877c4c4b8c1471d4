#include "core/error_names.hpp"

#include <algorithm>
#include <array>

namespace lexi::core {
namespace {

struct Entry {
    std::string_view category;
    Names names;
    Names hints;
};

constexpr std::array kCategories{
    Entry{"articles",
          {"articles (a, an, the)", "mạo từ (a, an, the)"},
          {"Look at the noun: does it need a, an or the in front of it?",
           "Hãy nhìn danh từ: trước nó có cần a, an hay the không?"}},
    Entry{"nouns",
          {"singular and plural", "danh từ số ít, số nhiều"},
          {"How many are there? Can this noun be counted?",
           "Có bao nhiêu? Danh từ này có đếm được không?"}},
    Entry{"agreement",
          {"subject and verb", "sự hòa hợp giữa chủ ngữ và động từ"},
          {"Who does it? Look at the ending of the verb.",
           "Chủ ngữ là ai? Hãy xem lại đuôi của động từ."}},
    Entry{"tense",
          {"verb tenses", "thì của động từ"},
          {"When does it happen? Look at the form of the verb.",
           "Việc này xảy ra khi nào? Hãy xem lại thì của động từ."}},
    Entry{"verb_forms",
          {"verb forms", "dạng của động từ"},
          {"Look at the verb: is it the right form after the word before it?",
           "Hãy xem động từ: sau từ đứng trước, nó phải ở dạng nào?"}},
    Entry{"prepositions",
          {"prepositions", "giới từ"},
          {"Look at the little word (in, on, at, to …): is it needed, and is it the right one?",
           "Hãy xem giới từ (in, on, at, to …): có cần không, và có đúng từ không?"}},
    Entry{"word_order",
          {"word order", "trật tự từ"},
          {"All the words are there. Are they in the right order?",
           "Đủ từ rồi. Thứ tự các từ đã đúng chưa?"}},
    Entry{"comparison",
          {"comparisons", "so sánh"},
          {"Two things are compared. Which form of the word does English use?",
           "Ở đây có sự so sánh. Từ này phải ở dạng nào?"}},
    Entry{"clauses",
          {"how a sentence is built", "cấu trúc câu"},
          {"Look at the frame of the sentence: is a word missing, or one too many?",
           "Hãy xem khung câu: thiếu từ nào, hay thừa từ nào?"}},
    Entry{"word_choice",
          {"choice of words", "cách chọn từ"},
          {"The idea is clear. Which word does English use here?",
           "Ý đã rõ. Ở đây tiếng Anh dùng từ nào?"}},
    Entry{"pronouns",
          {"pronouns", "đại từ"},
          {"Look at the pronoun: who does it stand for, and where in the sentence?",
           "Hãy xem đại từ: nó chỉ ai, và đứng ở đâu trong câu?"}},
    Entry{"spelling",
          {"spelling", "chính tả"},
          {"Look at the letters of this word once more.", "Hãy xem lại cách viết của từ này."}},
    Entry{"punctuation",
          {"punctuation", "dấu câu"},
          {"Look at the punctuation.", "Hãy xem lại dấu câu."}},
    Entry{"grammar",
          {"grammar", "ngữ pháp"},
          {"Something is not right here. Can you find it?",
           "Chỗ này chưa đúng. Bạn tìm ra được không?"}}};

const Entry& entry_of(std::string_view category) {
    const auto found = std::ranges::find(kCategories, category, &Entry::category);
    return found == kCategories.end() ? kCategories.back() : *found;
}

}  // namespace

Names category_names(std::string_view category) { return entry_of(category).names; }
Names category_hints(std::string_view category) { return entry_of(category).hints; }

}  // namespace lexi::core
