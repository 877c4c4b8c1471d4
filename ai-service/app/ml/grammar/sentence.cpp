#include "ml/grammar/sentence.hpp"

#include <algorithm>

#include "ml/grammar/inflect.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kDeterminers(
    "a an the my your his her its our their this that these those some any no every each either "
    "neither another much many few little several both all enough what which whose");
const Words kSubjects("i he she it we they you who");
const Words kSureSubjects("i he she we they");
const Words kLikers(
    "i you he she we they everyone everybody nobody people don't doesn't didn't really also would "
    "who");
const Words kBe(
    "am is are was were isn't aren't wasn't weren't 'm 's 're i'm he's she's it's we're you're "
    "they're");
const Words kModals(
    "can could will would shall should may might must can't cannot couldn't won't wouldn't "
    "shouldn't mustn't mightn't i'll you'll he'll she'll it'll we'll they'll");
const Words kDo("do does did don't doesn't didn't");
const Words kHave("have has had haven't hasn't hadn't");
const Words kNumbers(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million billion one");
const Words kAdverbs(
    "not never always usually often sometimes rarely seldom hardly also just already still really "
    "very too so quite only even probably certainly definitely ever almost n't");

void set(Token& token, Flag flag) {
    token.flags |= std::uint64_t{1} << static_cast<unsigned>(flag);
}

// The dictionary has some forms without saying what they are ("listens").
void complete(Token& token) {
    constexpr auto kNothing = (std::uint64_t{1} << static_cast<unsigned>(Flag::known)) |
                              (std::uint64_t{1} << static_cast<unsigned>(Flag::common)) |
                              (std::uint64_t{1} << static_cast<unsigned>(Flag::root));
    if (token.kind != Kind::word || (token.flags & ~kNothing) != 0 || token.low.size() < 5) return;
    const auto base = base_of_verb(token.low);
    if (base.empty() || base == token.low) return;
    set(token, Flag::verb);
    if (third_person_of(base) == token.low) set(token, Flag::third_person);
    if (gerund_of(base) == token.low) set(token, Flag::progressive);
    if (past_of(base) == token.low) set(token, Flag::past);
    if (participle_of(base) == token.low) set(token, Flag::participle);
    if (token.tag == Tag::none) token.tag = Tag::verb;
}

}  // namespace

const Token Sentence::kNone{};

Words::Words(std::string_view list) {
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find(' ', at), list.size());
        if (end > at) words_.insert(list.substr(at, end - at));
        at = end + 1;
    }
}

Sentence::Sentence(std::vector<Token> tokens) : tokens_(std::move(tokens)) { retag(); }

bool Sentence::any(int i, std::initializer_list<std::string_view> words) const {
    return std::ranges::find(words, low(i)) != words.end();
}

bool Sentence::end(int i) const {
    const auto kind = (*this)[i].kind;
    return kind == Kind::punctuation || kind == Kind::other || kind == Kind::paragraph;
}

bool Sentence::determiner(int i) const {
    return kDeterminers.contains(low(i)) || low(i).ends_with("'s") || low(i).ends_with("s'");
}

bool Sentence::number(int i) const {
    return (*this)[i].kind == Kind::number || kNumbers.contains(low(i));
}

bool Sentence::be(int i) const { return kBe.contains(low(i)); }

bool Sentence::subject_pronoun(int i) const { return kSubjects.contains(low(i)); }

int Sentence::after_adverbs(int i) const {
    while (kAdverbs.contains(low(i)) || (flag(i, Flag::manner) && adverb(i))) ++i;
    return i;
}

int Sentence::clause_begin(int i) const {
    while (i > 0 && !end(i - 1) &&
           !any(i - 1, {"and", "but", "or", "so", "because", "that", "if", "when", "while",
                        "although", "though"})) {
        --i;
    }
    return i;
}

NounPhrase Sentence::phrase(int i) const {
    NounPhrase found{.from = i, .to = i};
    if (any(i, {"all", "both", "half"}) && determiner(i + 1)) ++i;
    if (determiner(i)) found.determiner = i++;
    if (any(i, {"other", "first", "last", "next", "same", "own"})) ++i;
    if (number(i)) found.number = i++;
    while (number(i)) ++i;
    while (adjective(i) || (any(i, {"very", "really", "so", "too", "quite"}) && adjective(i + 1)) ||
           (tag(i, Tag::verb) && (flag(i, Flag::participle) || flag(i, Flag::progressive)) &&
            found.determiner >= 0 && noun(i + 1))) {
        ++i;
    }
    while (noun(i) && (*this)[i].is_word() && !determiner(i)) {
        // flowers smell, students work: a plural is followed by a verb rather than by a noun
        const bool plural =
            found.head >= 0 && flag(found.head, Flag::plural) && !flag(found.head, Flag::singular);
        if (plural && (flag(i, Flag::lemma) || flag(i, Flag::third_person))) break;
        if (found.head >= 0 && any(i, {"yesterday", "today", "tomorrow", "tonight", "now"})) break;
        found.head = i++;
    }
    // "the key" is an adjective to the tagger
    if (found.head < 0 && found.determiner >= 0 && i - 1 > found.determiner && adjective(i - 1) &&
        flag(i - 1, Flag::noun) && (end(i) || verb(i) || tag(i, Tag::adp))) {
        found.head = i - 1;
    }
    found.to = found.head + 1;
    return found;
}

// Harper's tagger was trained on edited English: a learner's "she work" is a noun to it, and so is
// "he lives". Where the words around leave no choice, the choice is made here.
void Sentence::retag() {
    for (int i = 0; i < size(); ++i) {
        auto& token = tokens_[i];
        if (!token.is_word()) continue;
        complete(token);
        const bool can_verb = token.is(Flag::verb);
        if (kModals.contains(token.low) || kDo.contains(token.low)) {
            token.tag = Tag::aux;
        } else if (kBe.contains(token.low) || kHave.contains(token.low)) {
            if (token.tag != Tag::pron) token.tag = Tag::aux;
        } else if (kDeterminers.contains(token.low) && token.low.size() < 4 && token.low != "her" &&
                   token.low != "no") {
            token.tag = Tag::det;
        } else if (token.is(Flag::adjective) && !token.is(Flag::adverb) &&
                   any(i - 1, {"very", "too", "quite"})) {
            token.tag = Tag::adj;
        } else if (token.low == "like" && kLikers.contains(low(i - 1))) {
            token.tag = Tag::verb;
        } else if (any(i - 1, {"this", "that"}) && token.is(Flag::third_person) &&
                   (determiner(i + 1) || number(i + 1) || any(i + 1, {"too", "more", "less"}))) {
            token.tag = Tag::verb;  // this costs a lot
        } else if (can_verb && !token.is_capital() && !token.is(Flag::adverb)) {
            int before = i - 1;
            while (kAdverbs.contains(low(before))) --before;
            const bool it = low(before) == "it" && (before == 0 || end(before - 1));
            const bool lemma = token.is(Flag::lemma) && !determiner(before);
            if (token.tag == Tag::adj && low(i - 1) == "not") continue;
            const bool helped = kModals.contains(low(before)) || kDo.contains(low(before));
            const bool after_subject = it || kSureSubjects.contains(low(before)) ||
                                       (low(before) == "to" && lemma && verb(i)) ||
                                       (helped && lemma && token.tag != Tag::adj);
            // this pen costs one dollar
            const bool object =
                determiner(i + 1) || number(i + 1) || (noun(i + 1) && flag(i + 1, Flag::plural));
            const bool after_noun = token.is(Flag::third_person) && noun(i) && noun(i - 1) &&
                                    !flag(i - 1, Flag::plural) && !(*this)[i + 1].is_capital() &&
                                    object;
            if (after_subject || after_noun) {
                token.tag = Tag::verb;
            } else if (before == i - 1 && token.is(Flag::noun) && token.tag == Tag::verb &&
                       any(before,
                           {"a", "an", "the", "my", "your", "our", "their", "his", "its"}) &&
                       !token.is(Flag::progressive) && !noun(i + 1)) {
                token.tag = Tag::noun;
            }
        }
    }
}

std::vector<Sentence> sentences(const std::vector<Token>& tokens) {
    std::vector<Sentence> made;
    std::vector<Token> open;
    const auto close = [&] {
        if (!open.empty()) made.emplace_back(std::move(open));
        open.clear();
    };
    for (const auto& token : tokens) {
        if (token.kind == Kind::paragraph) {
            close();
        } else if (token.kind != Kind::space) {
            open.push_back(token);
            if (token.low == "." || token.low == "!" || token.low == "?") close();
        }
    }
    close();
    return made;
}

}  // namespace lexi::ml::grammar
