#include "ml/phones/lexicon.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

#include "ml/phones/arpabet.hpp"
#include "ml/phones/phone_set.hpp"
#include "ml/piper/espeak.hpp"

namespace lexi::ml {
namespace {

// espeak-ng would read a smiling face by its name; learners do not.
bool has_letters(std::string_view word) {
    return std::ranges::any_of(word, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        // Latin letters beyond ASCII begin with C3 to C9, Vietnamese ones also with E1.
        return std::isalnum(byte) != 0 || (byte >= 0xC3 && byte <= 0xC9) || byte == 0xE1;
    });
}

PhoneString by_rules(const std::string& word) {
    PhoneString phones;
    const auto clauses = Espeak::get().clauses(word, "en-us");
    if (!clauses) return phones;
    for (const auto& clause : *clauses) {
        for (const auto& phone : ipa_to_arpabet(clause.ipa)) {
            if (const auto index = phone_index(phone)) phones.push_back(*index);
        }
    }
    return phones;
}

}  // namespace

std::string dictionary_form(std::string_view word) {
    std::string form;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (word.substr(at).starts_with("’")) {
            form += '\'';
            at += std::string_view("’").size() - 1;
        } else {
            form += static_cast<char>(std::tolower(static_cast<unsigned char>(word[at])));
        }
    }
    const auto mark = [](char c) { return std::string_view(".,;:!?\"()[]<>").contains(c); };
    while (!form.empty() && mark(form.back())) form.pop_back();
    form.erase(form.begin(), std::ranges::find_if_not(form, mark));
    return form;
}

std::expected<Lexicon, std::string> Lexicon::load(const std::string& path) {
    std::ifstream in(path);
    if (!in) return std::unexpected("there is no dictionary");
    Lexicon lexicon;
    for (std::string line; std::getline(in, line);) {
        std::istringstream parts(line);
        std::string word, phones;
        parts >> word;
        for (std::string phone; parts >> phone;) {
            const auto index = phone_index(phone);
            if (!index) return std::unexpected("the dictionary has an unknown phone: " + phone);
            phones += static_cast<char>(*index);
        }
        if (word.empty() || phones.empty()) continue;
        if (word.back() == ')') word.resize(word.rfind('('));  // read(2): another way to say it
        lexicon.words_[word].push_back(phones);
    }
    if (lexicon.words_.empty()) return std::unexpected("the dictionary is empty");
    return lexicon;
}

std::vector<PhoneString> Lexicon::pronunciations(std::string_view word) const {
    const auto form = dictionary_form(word);
    std::vector<PhoneString> found;
    if (!has_letters(form)) return found;
    if (const auto entry = words_.find(form); entry != words_.end()) {
        for (const auto& phones : entry->second) found.emplace_back(phones.begin(), phones.end());
        return found;
    }
    if (auto phones = by_rules(form); !phones.empty()) found.push_back(std::move(phones));
    return found;
}

}  // namespace lexi::ml
