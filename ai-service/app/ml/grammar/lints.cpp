#include "ml/grammar/lints.hpp"

#include <algorithm>
#include <array>
#include <format>

#include "ml/grammar/harper.hpp"
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {

const std::string_view kLintsOff =
    "LongSentences,UseEllipsisCharacter,OxfordComma,SplitWords,OrthographicConsistency,WereWhere,"
    "LookingForwardTo,SpellCheck,BoringWords,AvoidCurses,NoOxfordComma,SpelledNumbers,"
    "UseTitleCase,SentenceCapitalization,Spaces,DashSpaces,HyphenateNumberDay,Therein,"
    "MultipleSequentialPronouns,Gonna,Wanna,VeryLess,NeedToNoun,ThatThan,SingleBe,QuiteQuiet,"
    "DespiteItIs,GoodAt,WantBe,ModalBeAdjective,ThereToTheir,"
    "CompoundNouns,MissingTo,ItsPossessive,MergeWords,"
    "FindOut,YourPredicateAdjective,GoodAt,LetsConfusion,AnA,PronounVerbAgreement,"
    "PronounInflectionBe,MassNouns,SinceDuration,MissingPreposition,ThisTypeOfThing";

namespace {

struct Kindred {
    std::string_view kind;  // LintKind
    std::string_view category;
    std::string_view type;  // empty: by the edit
    std::string_view message_vi;
    Severity severity;
};

constexpr std::array kKinds{
    Kindred{"Agreement", "agreement", "R:VERB:SVA",
            "Các từ trong câu chưa hòa hợp với nhau về số hoặc ngôi.", Severity::error},
    Kindred{"BoundaryError", "spelling", "R:ORTH", "Chỗ này viết liền hay viết rời chưa đúng.",
            Severity::error},
    Kindred{"Capitalization", "spelling", "R:ORTH", "Chữ hoa, chữ thường ở đây chưa đúng.",
            Severity::error},
    Kindred{"Eggcorn", "word_choice", "", "Cụm từ này thường bị nhớ nhầm; hãy xem dạng đúng.",
            Severity::error},
    Kindred{"Grammar", "grammar", "", "Chỗ này sai ngữ pháp.", Severity::error},
    Kindred{"Malapropism", "word_choice", "", "Từ này nghe giống từ đúng nhưng nghĩa khác.",
            Severity::error},
    Kindred{"Miscellaneous", "grammar", "", "Chỗ này cần xem lại.", Severity::error},
    Kindred{"Nonstandard", "word_choice", "", "Cách viết này không chuẩn trong tiếng Anh.",
            Severity::error},
    Kindred{"Punctuation", "punctuation", "R:PUNCT", "Dấu câu ở đây chưa đúng.",
            Severity::suggestion},
    Kindred{"Redundancy", "word_choice", "", "Chỗ này thừa từ, ý bị nói hai lần.",
            Severity::suggestion},
    Kindred{"Repetition", "word_choice", "", "Từ này bị lặp lại.", Severity::error},
    Kindred{"Typo", "spelling", "R:SPELL", "Có lẽ bạn gõ nhầm.", Severity::error},
    Kindred{"Usage", "word_choice", "", "Tiếng Anh không dùng từ theo cách này.", Severity::error},
    Kindred{"WordChoice", "word_choice", "", "Từ này chưa hợp ở đây.", Severity::error},
    Kindred{"WordOrder", "word_order", "R:WO", "Thứ tự từ ở đây chưa đúng.", Severity::error},
};

std::string as_id(std::string_view rule) {
    std::string id = "HARPER";
    for (const char c : rule) {
        if (c >= 'A' && c <= 'Z') id += '_';
        id += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return id;
}

std::string part_of_speech(std::string_view word) {
    const auto flags = flags_of(word);
    if (has(flags, Flag::determiner)) return "DET";
    if (has(flags, Flag::preposition)) return "PREP";
    if (has(flags, Flag::pronoun)) return "PRON";
    if (has(flags, Flag::conjunction)) return "CONJ";
    if (has(flags, Flag::verb)) return "VERB";
    if (has(flags, Flag::noun)) return "NOUN";
    if (has(flags, Flag::adjective)) return "ADJ";
    if (has(flags, Flag::adverb)) return "ADV";
    return "OTHER";
}

std::string lower_of(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](unsigned char c) { return std::tolower(c); });
    return low;
}

// Two forms of one word.
std::string form_type(const std::string& one, const std::string& other) {
    static const Words kVerbs(
        "be have do go say make take get like want need work play live love help look talk call "
        "use "
        "ask try start turn show move feel mean watch visit study walk cook");
    const bool number = plural_of(one) == other || singular_of(one) == other;
    if (number && !kVerbs.contains(base_of_verb(one))) return "R:NOUN:NUM";
    if (!base_of_verb(one).empty() && base_of_verb(one) == base_of_verb(other)) {
        const bool person = third_person_of(one) == one || third_person_of(other) == other;
        const bool ing = one.ends_with("ing") || other.ends_with("ing");
        if (ing) return "R:VERB:FORM";
        return person && !has(flags_of(one), Flag::past) && !has(flags_of(other), Flag::past)
                   ? "R:VERB:SVA"
                   : "R:VERB:TENSE";
    }
    return {};
}

}  // namespace

std::string edit_type(std::string_view original, std::string_view corrected) {
    if (original.empty()) return "M:" + part_of_speech(corrected);
    if (corrected.empty()) return "U:" + part_of_speech(original);
    const auto one = lower_of(original);
    const auto other = lower_of(corrected);
    if (one == other) return "R:ORTH";
    if (one.contains(' ') || other.contains(' ')) {
        return one.size() == other.size() && std::ranges::is_permutation(one, other) ? "R:WO"
                                                                                     : "R:OTHER";
    }
    if (flags_of(one) == 0) return "R:SPELL";
    if (auto forms = form_type(one, other); !forms.empty()) return forms;
    const auto from = part_of_speech(one);
    return from == part_of_speech(other) ? "R:" + from : "R:OTHER";
}

std::optional<Match> as_match(const Lint& lint, std::string_view original) {
    const auto* kindred = std::ranges::find(kKinds, lint.kind, &Kindred::kind);
    if (kindred == kKinds.end()) return std::nullopt;
    Match match{.rule = as_id(lint.rule),
                .category = std::string(kindred->category),
                .type = std::string(kindred->type),
                .message = lint.message,
                .message_vi = std::string(kindred->message_vi),
                .replacements = lint.replacements,
                .severity = kindred->severity};
    if (match.replacements.empty()) match.severity = Severity::suggestion;
    if (match.type.empty()) {
        match.type =
            edit_type(original, match.replacements.empty() ? original : match.replacements.front());
    }
    if (!match.replacements.empty() && match.severity == Severity::error) {
        const auto& best = match.replacements.front();
        match.message_vi += best.empty() ? std::format(" Hãy bỏ “{}”.", original)
                                         : std::format(" Hãy viết “{}”.", best);
    }
    return match;
}

}  // namespace lexi::ml::grammar
