#include "generation/mistakes.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <set>

#include "core/lexicon/forms.hpp"
#include "generation/sentence.hpp"

namespace lexi::generation {
namespace {

using core::TextWord;
using Words = std::vector<TextWord>;

bool among(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

// The verb of which `form` is the form that `make` writes, if the form is nothing else.
template <class Make>
std::optional<std::string> verb_of(std::string_view form, const core::Lexicon& lexicon, Make make) {
    for (const auto* reading : lexicon.readings(form)) {
        if (reading->part_of_speech != "verb" || reading->word == "be") continue;
        if (make(reading->word) == core::folded(form) && reading->word != core::folded(form)) {
            return reading->word;
        }
    }
    return std::nullopt;
}

bool is_base_verb(std::string_view word, const core::Lexicon& lexicon) {
    for (const auto* entry : lexicon.find(word)) {
        if (entry->part_of_speech == "verb" && entry->word != "be") return true;
    }
    return false;
}

struct Finder {
    std::string_view sentence;
    const core::Lexicon& lexicon;
    Words words;
    std::vector<Mistake> found;

    std::string lower(std::size_t i) const {
        return i < words.size() ? core::folded(words[i].text) : "";
    }
    void add(std::size_t i, std::string_view instead, std::string why, std::string why_vi) {
        found.push_back({.sentence = with(sentence, words[i], instead),
                         .why = std::move(why),
                         .why_vi = std::move(why_vi)});
    }

    // At the beginning, so that no "I suggest she play" can be read into it.
    void agreement() {
        const auto subject = lower(0);
        if (among(subject, {"he", "she", "it"})) {
            if (const auto verb = verb_of(lower(1), lexicon, core::third_person)) {
                add(1, *verb,
                    std::format("After “{}” the verb takes -s: “{}”.", words[0].text, lower(1)),
                    std::format("Sau “{}”, động từ thêm -s/-es: “{}”.", words[0].text, lower(1)));
            }
            if (among(lower(1), {"doesn't"})) {
                add(1, "don't", std::format("After “{}”: “doesn't”.", words[0].text),
                    std::format("Sau “{}” dùng “doesn't”, không dùng “don't”.", words[0].text));
            }
        }
        if (among(subject, {"i", "we", "they", "you"}) && is_base_verb(lower(1), lexicon) &&
            !among(lower(1), {"can", "could", "must", "should", "would", "might", "may", "will"})) {
            add(1, core::third_person(lower(1)),
                std::format("After “{}” the verb takes no -s: “{}”.", words[0].text, lower(1)),
                std::format("Sau “{}”, động từ không thêm -s: “{}”.", words[0].text, lower(1)));
        }
    }

    // "a apple" is what learners write; nobody writes "an book".
    void article() {
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (lower(i) != "an" || lexicon.find(words[i + 1].text).empty()) continue;
            add(i, words[i].text[0] == 'A' ? "A" : "a",
                std::format("“an” before the sound of “{}”.", words[i + 1].text),
                std::format("Dùng “an” trước “{}”, vì từ này bắt đầu bằng nguyên âm.",
                            words[i + 1].text));
        }
    }

    // A noun that ends the sentence cannot be the first half of "a six-hour trip".
    void number() {
        if (words.size() < 2) return;
        const auto last = words.size() - 1;
        if (!among(lower(last - 1), {"two", "three", "four", "five", "six", "seven", "eight",
                                     "nine", "ten", "many", "these", "those", "several"})) {
            return;
        }
        for (const auto* reading : lexicon.readings(words[last].text)) {
            if (reading->part_of_speech != "noun" || reading->word == lower(last)) continue;
            if (core::plural(reading->word) != lower(last)) continue;
            add(last, reading->word,
                std::format("After “{}” the noun is plural: “{}”.", lower(last - 1), lower(last)),
                std::format("Sau “{}”, danh từ ở số nhiều: “{}”.", lower(last - 1), lower(last)));
            return;
        }
    }

    void modal() {
        for (std::size_t i = 1; i + 1 < words.size(); ++i) {
            const bool plain = among(lower(i), {"can", "must", "should", "could", "can't",
                                                "shouldn't", "mustn't", "couldn't"});
            // A pronoun in front: "a can" is a tin.
            if (!plain || !among(lower(i - 1), {"i", "you", "he", "she", "it", "we", "they"}))
                continue;
            if (!is_base_verb(lower(i + 1), lexicon)) continue;
            add(i + 1, "to " + lower(i + 1),
                std::format("After “{}” the verb stands without “to”.", lower(i)),
                std::format("Sau “{}”, động từ nguyên mẫu không có “to”.", lower(i)));
        }
    }

    bool is_comparative(const std::string& word) const {
        return std::ranges::any_of(lexicon.readings(word), [&word](const core::Word* reading) {
            return reading->word != word && among(reading->part_of_speech, {"adjective", "adverb"});
        });
    }

    void comparative() {
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const auto word = lower(i);
            if (lower(i + 1) != "than" || !word.ends_with("er") ||
                among(word, {"other", "rather"})) {
                continue;
            }
            if (!is_comparative(word)) continue;
            if (i > 0 && among(lower(i - 1), {"much", "even", "no", "any", "far", "bit"})) continue;
            add(i, "more " + word, std::format("“{}” is the comparative already.", word),
                std::format("“{}” đã là so sánh hơn, không thêm “more”.", word));
        }
    }

    // One verb alone: in "he said she left yesterday" the first may as well be "says".
    bool another_verb() const {
        for (std::size_t i = 2; i < words.size(); ++i) {
            for (const auto* reading : lexicon.readings(lower(i))) {
                if (reading->part_of_speech == "verb") return true;
            }
        }
        return false;
    }

    void past() {
        const bool told = std::ranges::any_of(words, [](const TextWord& w) {
            return among(core::folded(w.text), {"yesterday", "ago"});
        });
        if (!told || another_verb() || !among(lower(0), {"i", "we", "they", "he", "she"})) return;
        if (const auto verb = verb_of(lower(1), lexicon, core::simple_past)) {
            const bool third = among(lower(0), {"he", "she"});
            add(1, third ? core::third_person(*verb) : *verb,
                std::format("The time is past: “{}”.", lower(1)),
                std::format("Việc đã xảy ra trong quá khứ nên dùng “{}”.", lower(1)));
        }
    }

    // Verbs and adjectives that take one preposition and no other.
    void preposition() {
        struct Bound {
            std::string_view word, right, wrong;
        };
        static constexpr std::array<Bound, 7> kBound{{{"interested", "in", "on"},
                                                      {"afraid", "of", "from"},
                                                      {"depends", "on", "of"},
                                                      {"depend", "on", "of"},
                                                      {"married", "to", "with"},
                                                      {"belongs", "to", "for"},
                                                      {"belong", "to", "for"}}};
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            for (const auto& bound : kBound) {
                if (lower(i) != bound.word || lower(i + 1) != bound.right) continue;
                add(i + 1, bound.wrong, std::format("“{} {}”.", bound.word, bound.right),
                    std::format("“{}” đi với giới từ “{}”.", bound.word, bound.right));
            }
        }
    }
};

}  // namespace

std::vector<Mistake> mistakes_in(std::string_view sentence, const core::Lexicon& lexicon) {
    Finder finder{
        .sentence = sentence, .lexicon = lexicon, .words = core::words_of(sentence), .found = {}};
    if (finder.words.size() < 3) return {};
    finder.agreement();
    finder.article();
    finder.number();
    finder.modal();
    finder.comparative();
    finder.past();
    finder.preposition();
    return std::move(finder.found);
}

}  // namespace lexi::generation
