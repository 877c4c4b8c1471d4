#include "generation/makers.hpp"

#include <algorithm>
#include <format>

#include "core/lexicon/forms.hpp"
#include "generation/mistakes.hpp"
#include "generation/sentence.hpp"
#include "kit/utf8.hpp"

namespace lexi::generation {
namespace {

using core::Word;

constexpr std::size_t kWrongOptions = 3;
constexpr std::size_t kPairs = 5;
constexpr std::size_t kStrayTokens = 2;
constexpr std::string_view kGap = "____";

// A sentence that a model wrote has no translation.
Item about(const Word& word, std::string_view kind) {
    const auto translated = word.example_vi.empty() ? "" : std::format(" ({})", word.example_vi);
    return {.type = std::string(kind),
            .explanation = std::format("“{}” ({}) {}", word.word, word.part_of_speech, word.ipa),
            .explanation_vi = std::format("“{}” {} nghĩa là “{}”. Ví dụ: {}{}", word.word, word.ipa,
                                          word.translation, word.example, translated),
            .words = {word.word}};
}

std::string and_example(std::string hint, const Word& word) {
    return word.example_vi.empty() ? hint : hint + " " + word.example_vi;
}

void mix_in(std::vector<std::string>& options, std::string right, Draw& draw) {
    options.push_back(std::move(right));
    draw.shuffle(options);
}

// Shuffled until the order is another one; a sentence of four words has others.
std::vector<std::string> shuffled(std::vector<std::string> tokens, Draw& draw) {
    const auto before = tokens;
    for (int tries = 0; tries < 20 && tokens == before; ++tries) draw.shuffle(tokens);
    return tokens;
}

}  // namespace

std::optional<Item> Maker::make(std::string_view kind, const Word& word) const {
    using Make = std::optional<Item> (Maker::*)(const Word&) const;
    static constexpr std::array<Make, kKinds.size()> kMakers{
        &Maker::multiple_choice, &Maker::cloze,    &Maker::reorder,       &Maker::translation,
        &Maker::dictation,       &Maker::matching, &Maker::error_spotting};
    const auto at = std::ranges::find(kKinds, kind);
    if (at == kKinds.end()) return std::nullopt;
    return (this->*kMakers[static_cast<std::size_t>(at - kKinds.begin())])(word);
}

std::vector<const Word*> Maker::strangers(const Word& word, std::size_t count) const {
    std::vector<const Word*> candidates;
    for (const auto* other : pool) {
        if (other->part_of_speech == word.part_of_speech) candidates.push_back(other);
    }
    draw.shuffle(candidates);
    std::vector<const Word*> chosen;
    for (const auto* candidate : candidates) {
        if (chosen.size() == count) break;
        // A spelling may have more meanings than this entry's.
        const auto near = [&](const Word* other) {
            return std::ranges::any_of(lexicon.find(candidate->word), [&](const Word* meaning) {
                return std::ranges::any_of(lexicon.find(other->word), [&](const Word* another) {
                    return lexicon.related(*meaning, *another);
                });
            });
        };
        if (!near(&word) && std::ranges::none_of(chosen, near)) chosen.push_back(candidate);
    }
    return chosen;
}

// Three askings: the meaning of a word, the word for a meaning, the word for a gap whose meaning
// is given. Each has one answer because the others' meanings are far away.
std::optional<Item> Maker::multiple_choice(const Word& word) const {
    const auto wrong = strangers(word, kWrongOptions);
    if (wrong.size() < kWrongOptions) return std::nullopt;
    auto item = about(word, "multiple_choice");
    const auto place = place_of(word, word.example);
    const bool fits = place && core::folded(place->text) == core::folded(word.word);
    const auto way = draw.number(fits ? 3 : 2);
    if (way == 0) {
        item.instruction = "Choose the meaning of the word.";
        item.instruction_vi = "Chọn nghĩa đúng của từ.";
        item.prompt = word.word;
        for (const auto* other : wrong) item.options.push_back(other->translation);
        item.answer = word.translation;
    } else {
        item.instruction =
            way == 1 ? "Choose the word with this meaning." : "Choose the word for the gap.";
        item.instruction_vi =
            way == 1 ? "Chọn từ tiếng Anh có nghĩa này." : "Chọn từ điền vào chỗ trống.";
        item.prompt = way == 1 ? word.translation : with(word.example, *place, kGap);
        if (way == 2) item.hint_vi = and_example(word.translation + ".", word);
        for (const auto* other : wrong) item.options.push_back(other->word);
        item.answer = word.word;
    }
    mix_in(item.options, item.answer, draw);
    return item;
}

// The meaning, the first letter and the length pin the word down.
std::optional<Item> Maker::cloze(const Word& word) const {
    const auto place = place_of(word, word.example);
    if (!place || place->text.contains(' ') || place->text.size() < 2) return std::nullopt;
    auto item = about(word, "cloze");
    item.instruction = "Fill the gap with one word.";
    item.instruction_vi = "Điền một từ vào chỗ trống.";
    item.prompt = with(word.example, *place, kGap);
    item.answer = place->text;
    item.hint_vi = and_example(std::format("{} (bắt đầu bằng “{}”, {} chữ cái).", word.translation,
                                           place->text.substr(0, 1), utf8::length(place->text)),
                               word);
    return item;
}

std::optional<Item> Maker::reorder(const Word& word) const {
    if (!one_order(word.example, lexicon)) return std::nullopt;
    auto item = about(word, "reorder");
    item.instruction = "Put the words in order.";
    item.instruction_vi = "Sắp xếp các từ thành câu.";
    item.prompt = word.example_vi;
    item.answer = word.example;
    item.tokens = shuffled(tokens_of(word.example), draw);
    return item;
}

std::optional<Item> Maker::translation(const Word& word) const {
    if (!one_order(word.example, lexicon)) return std::nullopt;
    const auto extra = strangers(word, kStrayTokens);
    if (extra.size() < kStrayTokens) return std::nullopt;
    auto item = about(word, "translation");
    item.instruction = "Translate into English with these words. Two of them are not needed.";
    item.instruction_vi = "Dịch sang tiếng Anh bằng các từ đã cho. Có hai từ thừa.";
    item.prompt = word.example_vi;
    item.answer = word.example;
    auto tokens = tokens_of(word.example);
    for (const auto* stray : extra) {
        if (stray->word.contains(' ')) return std::nullopt;
        tokens.push_back(stray->word);
    }
    item.tokens = shuffled(std::move(tokens), draw);
    return item;
}

std::optional<Item> Maker::dictation(const Word& word) const {
    if (!can_be_dictated(word.example)) return std::nullopt;
    auto item = about(word, "dictation");
    item.instruction = "Listen and write the sentence.";
    item.instruction_vi = "Nghe và viết lại câu.";
    item.prompt = "";
    item.audio_text = word.example;
    item.answer = word.example;
    return item;
}

std::optional<Item> Maker::matching(const Word& word) const {
    auto partners = strangers(word, kPairs - 1);
    if (partners.size() < kPairs - 1) return std::nullopt;
    partners.push_back(&word);
    draw.shuffle(partners);
    auto item = about(word, "matching");
    item.instruction = "Match the English with the Vietnamese.";
    item.instruction_vi = "Nối từ tiếng Anh với nghĩa tiếng Việt.";
    item.words.clear();
    item.explanation.clear();
    item.explanation_vi.clear();
    for (const auto* partner : partners) {
        item.pairs.push_back({.left = partner->word, .right = partner->translation});
        item.words.push_back(partner->word);
        item.explanation += std::format("{} {}\n", partner->word, partner->ipa);
        item.explanation_vi += std::format("{}: {}\n", partner->word, partner->translation);
    }
    return item;
}

std::optional<Item> Maker::error_spotting(const Word& word) const {
    auto mistakes = mistakes_in(word.example, lexicon);
    if (mistakes.empty()) return std::nullopt;
    const auto& mistake = mistakes[draw.number(mistakes.size())];
    auto item = about(word, "error_spotting");
    item.instruction = "Find the mistake and write the sentence correctly.";
    item.instruction_vi = "Tìm lỗi sai và viết lại câu cho đúng.";
    item.prompt = mistake.sentence;
    item.hint_vi = word.example_vi;
    item.answer = word.example;
    item.explanation = mistake.why;
    item.explanation_vi = mistake.why_vi;
    return item;
}

}  // namespace lexi::generation
