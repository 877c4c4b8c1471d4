#include "generation/author.hpp"

#include <algorithm>
#include <format>
#include <nlohmann/json.hpp>
#include <ranges>

#include "core/lexicon/forms.hpp"
#include "generation/draw.hpp"
#include "generation/sentence.hpp"
#include "kit/log.hpp"

namespace lexi::generation {
namespace {

using core::Word;

constexpr std::size_t kWordsAtOnce = 6;     // some 100 tokens of answer: seconds on two cores
constexpr std::size_t kShown = 5;           // examples of the vocabulary that show how
constexpr std::size_t kLettersAtMost = 64;  // of a sentence
constexpr std::uint32_t kTokensEach = 32;   // of a sentence with its key

constexpr const char* kAsk =
    "You write example sentences for learners of English at CEFR level {}. Each is one natural, "
    "correct sentence of 5 to 10 easy words that shows its word in use and does not use the other "
    "words. No definitions, no names, no numbers. Answer with one JSON object: a sentence for each "
    "word.";

bool plain_word(const Word& word) {
    return std::ranges::all_of(word.word, [](unsigned char c) { return std::isalpha(c) != 0; });
}

// In the place of the gap the word must not be readable elsewhere.
bool has_word_once(const Word& word, const std::string& sentence) {
    const auto place = place_of(word, sentence);
    return place && !place_of(word, with(sentence, *place, "-")).has_value();
}

bool one_plain_sentence(std::string_view sentence) {
    const auto words = core::words_of(sentence);
    const bool ascii =
        std::ranges::all_of(sentence, [](unsigned char c) { return c >= ' ' && c < 0x7F; });
    return ascii && words.size() >= 4 && can_be_dictated(sentence) &&
           std::isupper(static_cast<unsigned char>(sentence.front())) != 0;
}

std::string list_of(const std::vector<const Word*>& words) {
    std::string list;
    for (const auto* word : words) {
        list +=
            std::format("{}{} ({})", list.empty() ? "" : ", ", word->word, word->part_of_speech);
    }
    return list;
}

// Words of the level whose examples are as the model's should be.
std::vector<const Word*> shown_words(const Order& order, const std::vector<const Word*>& asked,
                                     const core::Lexicon& lexicon) {
    std::vector<const Word*> shown;
    for (const auto& word : lexicon.words()) {
        if (word.level == order.level && plain_word(word) && one_plain_sentence(word.example) &&
            !std::ranges::contains(asked, word.word, &Word::word)) {
            shown.push_back(&word);
        }
    }
    Draw draw(0);  // always the same ones: the model's cache has them
    draw.shuffle(shown);
    shown.resize(std::min(shown.size(), kShown));
    return shown;
}

std::string_view fault_of(const std::string& sentence, const Word& word, core::Level level,
                          const core::Lexicon& lexicon, ml::grammar::Grammar& grammar) {
    if (sentence == word.example || !one_plain_sentence(sentence)) return "form";
    if (!has_word_once(word, sentence)) return "word";
    if (!lexicon.words_beyond(sentence, level).empty()) return "level";
    const auto report = grammar.check(sentence, {});
    return report && report->matches.empty() ? "" : "grammar";
}

}  // namespace

std::vector<const Word*> words_to_write_for(const Order& order, const core::Lexicon& lexicon,
                                            Topics& topics) {
    if (!order.type.empty() && !english_alone(order.type)) return {};
    std::vector<const Word*> words;
    for (const auto* word : words_in_turn(order, topics)) {
        if (words.size() == std::min(order.count, kWordsAtOnce)) break;
        if (plain_word(*word) && lexicon.find(word->word).size() == 1) words.push_back(word);
    }
    return words;
}

ml::LlmJob sentences_job(const Order& order, const std::vector<const Word*>& words,
                         const core::Lexicon& lexicon, std::string owner) {
    nlohmann::ordered_json schema{{"type", "object"}, {"additionalProperties", false}};
    for (const auto* word : words) {
        schema["properties"][word->word] = {
            {"type", "string"}, {"minLength", 8}, {"maxLength", kLettersAtMost}};
        schema["required"].push_back(word->word);
    }
    const auto shown = shown_words(order, words, lexicon);
    nlohmann::ordered_json sentences;
    for (const auto* word : shown) sentences[word->word] = word->example;
    return {
        .messages = {{.role = "system", .content = std::format(kAsk, core::to_text(order.level))},
                     {.role = "user", .content = "Topic: anything\nWords: " + list_of(shown)},
                     {.role = "assistant", .content = sentences.dump()},
                     {.role = "user",
                      .content = std::format("Topic: {}\nWords: {}", order.topic, list_of(words))}},
        .session = "generation",
        .max_tokens = static_cast<std::uint32_t>(words.size() + 1) * kTokensEach,
        .temperature = 0.7F,
        .seed = order.seed,
        .owner = std::move(owner),
        .json_schema = schema.dump()};
}

Sentences usable_sentences(std::string_view answer, const std::vector<const Word*>& words,
                           core::Level level, const core::Lexicon& lexicon,
                           ml::grammar::Grammar& grammar) {
    Sentences usable;
    const auto all = nlohmann::json::parse(answer, nullptr, false);
    if (!all.is_object()) return usable;
    for (const auto* word : words) {
        const auto found = all.find(word->word);
        if (found == all.end() || !found->is_string()) continue;
        auto sentence = found->get<std::string>();
        const auto fault = fault_of(sentence, *word, level, lexicon, grammar);
        if (fault.empty()) {
            usable.emplace(word->word, std::move(sentence));
        } else {
            log::debug("generation.sentence_refused", {{"fault", fault}, {"sentence", sentence}});
        }
    }
    return usable;
}

}  // namespace lexi::generation
