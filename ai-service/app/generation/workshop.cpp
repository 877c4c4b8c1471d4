#include "generation/workshop.hpp"

#include <algorithm>
#include <format>
#include <set>

#include "core/lexicon/forms.hpp"
#include "generation/checker.hpp"
#include "generation/makers.hpp"
#include "generation/sentence.hpp"
#include "kit/ids.hpp"
#include "kit/log.hpp"

namespace lexi::generation {
namespace {

using core::Word;

// Words tried for one item: a kind that suits none of these suits hardly any.
constexpr std::size_t kTries = 400;

// The space of the ids of generated items (RFC 9562, version 5).
const Uuid& item_space() {
    static const Uuid space = *Uuid::parse("0f4f6a2e-7f0b-5d0e-9a51-3b1f6f0d9c11");
    return space;
}

std::string id_of(const Item& item) {
    std::string name = item.type + '\n' + item.prompt + '\n' + item.answer + '\n' + item.audio_text;
    for (const auto& option : item.options) name += '\n' + option;
    for (const auto& token : item.tokens) name += '\n' + token;
    for (const auto& pair : item.pairs) name += '\n' + pair.left + '\t' + pair.right;
    return Uuid::named(item_space(), name).str();
}

std::vector<const Word*> known_words(const core::Lexicon& lexicon, core::Level level) {
    std::vector<const Word*> words;
    for (const auto& word : lexicon.words()) {
        if (word.level <= level) words.push_back(&word);
    }
    return words;
}

// The topic's own words of the level come first: they are what is to be learnt.
std::vector<const Word*> in_turn(std::vector<const Word*> words, core::Level level, Draw& draw) {
    draw.shuffle(words);
    std::ranges::stable_partition(words,
                                  [level](const Word* word) { return word->level == level; });
    return words;
}

std::string_view kind_of(const Order& order, std::size_t number) {
    return order.type.empty() ? kKinds[number % kKinds.size()] : std::string_view(order.type);
}

TopicWords words_of(const Order& order, Topics& topics) {
    return topics.words(order.topic, order.level, order.count * 2 + 4);
}

class Bench {
public:
    Bench(const Order& order, const core::Lexicon& lexicon, Draw& draw, const Sentences& sentences)
        : order_(order),
          lexicon_(lexicon),
          sentences_(sentences),
          known_(known_words(lexicon, order.level)),
          maker_{.lexicon = lexicon, .level = order.level, .pool = known_, .draw = draw} {}

    // The first of `words` of which the kind can be made and that the checker lets pass.
    bool add(std::string_view kind, const std::vector<const Word*>& words, Made& made) {
        std::size_t tries = 0;
        for (const auto* word : words) {
            if (++tries > kTries) return false;
            if (used_.contains({std::string(kind), word->word})) continue;
            const auto anew = with_new_sentence(kind, *word);
            auto item = maker_.make(kind, anew ? *anew : *word);
            if (!item) continue;
            item->level = core::to_text(order_.level);
            item->language = order_.language;
            item->id = id_of(*item);
            if (const auto faults = faults_of(*item, order_.level, lexicon_); !faults.empty()) {
                log::debug("generation.item_refused",
                           {{"kind", item->type}, {"fault", faults.front()}});
                continue;
            }
            used_.insert({std::string(kind), word->word});
            if (anew) ++made.with_new_sentence;
            made.items.push_back(std::move(*item));
            return true;
        }
        return false;
    }
    const std::vector<const Word*>& known() const { return known_; }

private:
    std::optional<Word> with_new_sentence(std::string_view kind, const Word& word) const {
        const auto found = sentences_.find(word.word);
        if (found == sentences_.end() || !english_alone(kind)) return std::nullopt;
        auto anew = word;
        anew.example = found->second;
        anew.example_vi.clear();
        return anew;
    }

    const Order& order_;
    const core::Lexicon& lexicon_;
    const Sentences& sentences_;
    const std::vector<const Word*> known_;
    const Maker maker_;
    std::set<std::pair<std::string, std::string>> used_;
};

WordView view_of(const Word& word) {
    return {.word = word.word,
            .part_of_speech = word.part_of_speech,
            .ipa = word.ipa,
            .translation = word.translation,
            .level = std::string(core::to_text(word.level))};
}

void add_words(ExplanationView& view, std::vector<const Word*> words, std::size_t count) {
    if (words.size() > count) words.resize(count);
    for (const auto* word : words) {
        view.examples.push_back({.text = word->example, .translation = word->example_vi});
        view.words.push_back(view_of(*word));
    }
}

ExplanationView from_lesson(const core::Lesson& lesson, const Order& order,
                            const core::Lexicon& lexicon, Draw& draw) {
    ExplanationView view{.title = lesson.title,
                         .title_vi = lesson.title_vi,
                         .explanation = std::format("From the lesson “{}”.", lesson.title),
                         .explanation_vi = lesson.theory_vi,
                         .source = "lesson"};
    std::vector<const Word*> words;
    for (const auto& word : lesson.new_words) {
        for (const auto* entry : lexicon.find(word)) {
            if (entry->level <= order.level) words.push_back(entry);
        }
    }
    draw.shuffle(words);
    add_words(view, std::move(words), order.count);
    return view;
}

ExplanationView from_words(const std::vector<const Word*>& words, const Order& order) {
    const auto& first = *words.front();
    ExplanationView view{
        .title = first.word, .title_vi = first.translation, .source = "vocabulary"};
    for (const auto* word : words) {
        const bool vowel = std::string_view("aeiou").contains(word->part_of_speech[0]);
        view.explanation += std::format("“{}” {} is {} {}.\n", word->word, word->ipa,
                                        vowel ? "an" : "a", word->part_of_speech);
        view.explanation_vi += std::format("**{}** {} ({}): {}.\n", word->word, word->ipa,
                                           word->part_of_speech, word->translation);
    }
    add_words(view, words, order.count);
    return view;
}

}  // namespace

bool english_alone(std::string_view kind) {
    return kind == "multiple_choice" || kind == "cloze" || kind == "dictation";
}

std::vector<const Word*> words_in_turn(const Order& order, Topics& topics) {
    Draw draw(order.seed);
    return in_turn(words_of(order, topics).words, order.level, draw);
}

Made make_items(const Order& order, const core::Lexicon& lexicon, Topics& topics,
                const Sentences& sentences) {
    Draw draw(order.seed);
    auto topic = words_of(order, topics);
    Made made{.items = {}, .matched = topic.matched};
    const auto words = in_turn(std::move(topic.words), order.level, draw);
    Bench bench(order, lexicon, draw, sentences);
    const auto others = in_turn(bench.known(), order.level, draw);
    for (std::size_t number = 0; made.items.size() < order.count && number < order.count * 2;
         ++number) {
        const auto kind = kind_of(order, number);
        if (bench.add(kind, words, made)) continue;
        // The topic has no more of this kind: the level's other words.
        if (bench.add(kind, others, made)) made.matched = "level";
    }
    return made;
}

std::optional<ExplanationView> explain(const Order& order, const core::Lexicon& lexicon,
                                       Topics& topics) {
    Draw draw(order.seed);
    std::optional<ExplanationView> view;
    const auto words = lexicon.find(core::plain(order.topic));
    if (const auto* lesson = topics.lesson(order.topic, order.level);
        lesson != nullptr && words.empty()) {
        view = from_lesson(*lesson, order, lexicon, draw);
    } else if (!words.empty()) {
        view = from_words(words, order);
    } else {
        auto near = topics.words(order.topic, order.level, 1);
        if (near.matched != "words") return std::nullopt;
        auto some = in_turn(std::move(near.words), order.level, draw);
        if (some.size() > order.count) some.resize(order.count);
        view = from_words(some, order);
    }
    view->topic = order.topic;
    view->level = core::to_text(order.level);
    view->language = order.language;
    view->seed = order.seed;
    return view;
}

}  // namespace lexi::generation
