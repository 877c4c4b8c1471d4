#include "pronunciation/scorer.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

#include "pronunciation/diagnosis.hpp"
#include "pronunciation/feedback.hpp"
#include "pronunciation/fluency.hpp"
#include "pronunciation/word_match.hpp"

namespace lexi::pronunciation {
namespace {

constexpr double kPlain = 60;     // a word whose sounds reach this was said, whatever Whisper wrote
constexpr double kDoubtful = 45;  // under this nothing like it was said
constexpr double kPoor = 40;
constexpr double kSpoken = 40;  // a sound that reaches this was there, even if no rival was found
constexpr double kFair = 65;    // and from here on a sound needs no advice
constexpr std::size_t kMostListed = 3;

constexpr double kSurelyAbsent = 10;   // log ratio of the recording without the word in the text
constexpr std::size_t kMostHeard = 4;  // of what may have been said for a sound

double rounded(double score) { return std::round(score * 10) / 10; }
double milliseconds(double seconds) { return std::round(seconds * 1000) / 1000; }

// What was heard in the place of a sound; empty for nothing.
std::string heard_as(const ml::PhoneScore& phone, bool left_out) {
    if (left_out) return "";
    return phone.heard.empty() && phone.score >= kSpoken ? phone.phone : phone.heard;
}

// Whisper writes marks to its words.
std::string without_marks(std::string_view word) {
    constexpr std::string_view kMarks = ".,!?;:\"()";
    const auto begin = word.find_first_not_of(kMarks);
    if (begin == std::string_view::npos) return std::string(word);
    return std::string(word.substr(begin, word.find_last_not_of(kMarks) - begin + 1));
}

bool consonant(const ml::WordScore& word, std::size_t at) {
    return at < word.phones.size() && !is_vowel(word.phones[at].phone);
}

void diagnose(PhonemeView& view, const WrongSound& sound) {
    view.pattern = error_pattern(sound);
    view.severity = error_severity(sound);
    const bool in_the_middle = sound.heard.empty() && view.pattern != "final_deletion";
    if (!in_the_middle) view.practice = minimal_pair(sound.expected, sound.heard);
}

PhonemeView phoneme_view(const ml::WordScore& word, std::size_t at, bool left_out) {
    const auto& phone = word.phones[at];
    PhonemeView view{.phoneme = phone.phone,
                     .ipa = phone.ipa,
                     .expected = phone.phone,
                     .actual = heard_as(phone, left_out),
                     .score = left_out ? 0 : rounded(phone.score),
                     .start = milliseconds(phone.start),
                     .end = milliseconds(phone.end)};
    if (!view.actual.empty()) view.actual_ipa = ml::arpabet_to_ipa(view.actual);
    for (const auto& one : phone.nbest) {
        if (view.nbest.size() == kMostHeard) break;
        view.nbest.push_back({.phoneme = one.phone,
                              .ipa = one.phone.empty() ? "" : ml::arpabet_to_ipa(one.phone),
                              .probability = std::round(one.probability * 100) / 100});
    }
    view.error_type = view.actual.empty()          ? "deletion"
                      : view.actual == phone.phone ? "match"
                                                   : "substitution";
    if (view.score >= kFair && view.error_type == "match") return view;
    const bool cluster =
        consonant(word, at) && ((at > 0 && consonant(word, at - 1)) || consonant(word, at + 1));
    if (view.error_type != "match") {
        diagnose(view, {.expected = phone.phone,
                        .heard = view.actual,
                        .last = at + 1 == word.phones.size(),
                        .in_cluster = cluster});
    }
    auto advice = advice_for({.expected = phone.phone,
                              .heard = view.actual,
                              .last = at + 1 == word.phones.size(),
                              .in_cluster = cluster});
    view.feedback = std::move(advice.english);
    view.feedback_vi = std::move(advice.vietnamese);
    return view;
}

PhonemeView added_view(const ml::WordScore& word, const ml::AddedSound& added) {
    const auto& beside = word.phones[std::min(added.before, word.phones.size() - 1)];
    const double at = milliseconds(added.before < word.phones.size() ? beside.start : beside.end);
    auto advice = advice_for_added(added.phone, added.before == word.phones.size());
    PhonemeView view{.actual = added.phone,
                     .actual_ipa = ml::arpabet_to_ipa(added.phone),
                     .error_type = "insertion",
                     .score = 0,
                     .start = at,
                     .end = at,
                     .feedback = std::move(advice.english),
                     .feedback_vi = std::move(advice.vietnamese)};
    diagnose(view,
             {.expected = "", .heard = added.phone, .last = added.before == word.phones.size()});
    return view;
}

// By the transcript, or by its sounds: Whisper writes what it would have expected.
bool was_heard(const ml::WordScore& word, const WordStep& step) {
    return step.same || (word.score >= kPlain && word.omission.value_or(-1) < 0);
}

WordView word_view(const ml::WordScore& word, const WordStep& step) {
    const bool heard = was_heard(word, step);
    const bool absent = word.omission ? *word.omission > 0 : word.score < kDoubtful;
    // Whisper may write some word in the place of one that plainly was not there.
    const bool surely = word.omission.value_or(0) > kSurelyAbsent;
    const bool left_out = !heard && absent && (step.heard < 0 || surely);
    WordView view{.word = word.word,
                  .score = left_out ? 0 : rounded(word.score),
                  .start = milliseconds(word.start),
                  .end = milliseconds(word.end)};
    bool other_sound = false;
    for (std::size_t i = 0; i <= word.phones.size(); ++i) {
        for (const auto& added : word.added) {
            if (added.before == i && !left_out) view.phonemes.push_back(added_view(word, added));
        }
        if (i == word.phones.size()) break;
        view.phonemes.push_back(phoneme_view(word, i, left_out));
        other_sound = other_sound || view.phonemes.back().error_type != "match";
    }
    const bool unlike = other_sound && word.phones.size() > 1 && word.score < kFair;
    const bool wrong = !heard || word.score < kPoor || unlike;
    view.error_type = left_out ? "omission" : wrong ? "mispronunciation" : "none";
    return view;
}

WordView inserted(const ml::SttWord& word) {
    return {.word = without_marks(word.word),
            .score = 0,
            .error_type = "insertion",
            .start = milliseconds(word.start),
            .end = milliseconds(word.end),
            .phonemes = {}};
}

struct Sums {
    double phones = 0, score = 0;  // of the words that were not left out
    double words = 0, heard = 0;
};

void add_scores(AnalysisView& analysis, const Sums& sums, double fluency) {
    const double complete = sums.words > 0 ? 100 * sums.heard / sums.words : 0;
    const double said = sums.phones > 0 ? sums.score / sums.phones : 0;
    double overall = 0.6 * said + 0.2 * complete + 0.2 * fluency;
    if (complete < 50) overall *= 0.5 + complete / 100;
    analysis.pronunciation_score = rounded(said);
    analysis.completeness_score = rounded(complete);
    analysis.fluency_score = rounded(fluency);
    analysis.overall_score = rounded(overall);
}

// The experts rated whole readings of the text: what was left out comes off here.
void add_ratings(AnalysisView& analysis, const Sums& sums, const ml::Ratings& ratings) {
    const double complete = sums.words > 0 ? sums.heard / sums.words : 0;
    const double kept = std::min(1.0, 0.2 + complete);
    analysis.completeness_score = rounded(100 * complete);
    analysis.pronunciation_score = rounded(ratings.accuracy);
    analysis.fluency_score = rounded(ratings.fluency * kept);
    analysis.prosody_score = rounded(ratings.prosody * kept);
    analysis.overall_score = rounded(ratings.overall * kept);
}

// Advice on single sounds is of no use to someone who read something else.
void add_other_text(AnalysisView& analysis) {
    analysis.improvements = {
        "Most words of the text were not heard. Read the whole text aloud, a little more slowly."};
    analysis.improvements_vi = {
        "Phần lớn các từ trong câu không nghe thấy. Hãy đọc to cả câu và chậm hơn một chút."};
}

// The mistakes by how often they were made, and what to do about the worst of them.
void add_lists(AnalysisView& analysis) {
    std::map<std::string, int> counts;
    std::vector<const PhonemeView*> worst;
    for (const auto& word : analysis.words) {
        if (word.error_type == "omission") {
            ++counts["left out: " + word.word];
            continue;
        }
        for (const auto& phone : word.phonemes) {
            if (phone.error_type == "insertion") {
                ++counts[std::format("/{}/ added", phone.actual_ipa)];
                worst.push_back(&phone);
                continue;
            }
            analysis.phoneme_scores.push_back({.phoneme = phone.phoneme,
                                               .expected = phone.expected,
                                               .actual = phone.actual,
                                               .score = phone.score,
                                               .feedback = phone.feedback});
            if (phone.feedback.empty() || phone.error_type == "match") continue;
            ++counts[phone.actual.empty()
                         ? std::format("/{}/ not heard", phone.ipa)
                         : std::format("/{}/ said as /{}/", phone.ipa, phone.actual_ipa)];
            worst.push_back(&phone);
        }
    }
    std::vector<std::pair<std::string, int>> order(counts.begin(), counts.end());
    std::ranges::stable_sort(order, std::greater(), &std::pair<std::string, int>::second);
    for (const auto& [what, times] : order) {
        if (analysis.common_errors.size() == kMostListed + 2) break;
        analysis.common_errors.push_back(times > 1 ? std::format("{} ({} times)", what, times)
                                                   : what);
    }
    if (analysis.completeness_score < 50) return add_other_text(analysis);
    std::ranges::stable_sort(worst, {}, &PhonemeView::score);
    for (const auto* phone : worst) {
        if (analysis.improvements.size() == kMostListed) break;
        if (std::ranges::contains(analysis.improvements, phone->feedback)) continue;
        analysis.improvements.push_back(phone->feedback);
        analysis.improvements_vi.push_back(phone->feedback_vi);
    }
}

}  // namespace

AnalysisView analyse(const ml::AlignResult& aligned, const ml::SttResult& heard,
                     const ml::SpeechMap& speech) {
    std::vector<std::string> target, said;
    for (const auto& word : aligned.words) target.push_back(word.word);
    for (const auto& word : heard.words) said.push_back(word.word);
    AnalysisView analysis;
    Sums sums;
    for (const auto& step : match_words(target, said)) {
        if (step.target < 0) {
            analysis.words.push_back(inserted(heard.words[static_cast<std::size_t>(step.heard)]));
            continue;
        }
        const auto& word = aligned.words[static_cast<std::size_t>(step.target)];
        auto view = word_view(word, step);
        sums.words += 1;
        sums.heard += was_heard(word, step) ? 1 : 0;
        if (view.error_type != "omission") {
            sums.phones += static_cast<double>(word.phones.size());
            for (const auto& phone : word.phones) sums.score += phone.score;
        }
        analysis.words.push_back(std::move(view));
    }
    if (aligned.ratings) {
        add_ratings(analysis, sums, *aligned.ratings);
    } else {
        add_scores(analysis, sums,
                   measure_fluency(speech.spans, spoken_syllables(heard.words)).score);
    }
    add_lists(analysis);
    return analysis;
}

}  // namespace lexi::pronunciation
