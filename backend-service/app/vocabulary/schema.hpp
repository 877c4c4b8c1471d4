#pragma once
#include <glaze/glaze.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/core/account.hpp"
#include "app/core/rewards.hpp"
#include "app/vocabulary/review.hpp"
#include "kit/body.hpp"

namespace lexi::vocabulary {

enum class Status : std::uint8_t { learning, reviewing, mastered, suspended };
enum class Scope : std::uint8_t { mine, catalogue };

struct WordFilter {
    std::optional<Status> status;
    std::optional<std::string> search;
    std::optional<std::string> level;
    std::optional<Scope> scope;
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> page_size;
};

struct QueueFilter {
    std::optional<std::int64_t> limit;
};

/// Why a word is called a leech.
struct LeechView {
    std::int64_t lapses = 0;
    std::string reason;
    std::string reason_vi;
    bool suspended = false;
};

/// When a learner's word is asked again, and what the schedulers know of it.
struct ScheduleView {
    Status status = Status::learning;
    State state = State::learning;
    std::int64_t review_count = 0;
    std::int64_t lapses = 0;
    std::string next_review_at{};
    std::optional<std::string> last_review_at{};
    std::int64_t interval_days = 0;
    double ease_factor = 2.5;
    std::optional<double> stability{};   // days until recall falls to 90 %
    std::optional<double> difficulty{};  // 1 to 10
    std::optional<std::string> buried_until{};
    bool is_leech = false;
    std::optional<LeechView> leech{};
};

/// A word of the catalogue or of the learner. `id` is the learner's card, which the other routes
/// take; a catalogue word that the learner has not added has none, and no schedule.
struct WordView {
    std::optional<std::string> id;
    std::string vocabulary_id;
    std::string word;
    std::string translation;
    std::optional<std::string> pronunciation;
    std::optional<std::string> part_of_speech;
    std::optional<std::string> example_sentence;
    std::optional<std::string> example_translation;
    std::string language;
    std::optional<std::string> level;
    std::vector<std::string> tags;
    std::optional<std::string> audio_url;
    std::optional<std::string> image_url;
    std::optional<std::string> note;  // the learner's own
    std::optional<ScheduleView> schedule;
};

/// Either vocabulary_id of a catalogue word, or word and translation of one's own.
struct AddWord {
    std::optional<std::string> vocabulary_id;
    std::optional<std::string> word;
    std::optional<std::string> translation;
    std::optional<std::string> pronunciation;
    std::optional<std::string> example_sentence;
    std::optional<std::vector<std::string>> tags;
};

/// Either rating or SM-2's quality.
struct ReviewBody {
    std::optional<Rating> rating;
    std::optional<std::int64_t> quality;
    std::optional<std::int64_t> time_spent_ms;
    std::optional<std::string> reviewed_at;
    std::optional<std::string> client_id;
};

/// A review that was done offline.
struct BatchItem {
    std::string client_id;
    std::string card_id;
    std::optional<Rating> rating;
    std::optional<std::int64_t> quality;
    std::string reviewed_at;
    std::optional<std::int64_t> time_spent_ms;
};

struct BatchBody {
    std::vector<BatchItem> reviews;
};

enum class ItemResult : std::uint8_t { applied, duplicate, refused };

struct BatchItemView {
    std::string client_id;
    ItemResult result = ItemResult::applied;
    std::optional<std::map<std::string, std::string>> fields;  // why it was refused
};

/// A card that the batch changed.
struct BatchCardView {
    std::string id;
    ScheduleView schedule;
};

struct BatchView {
    std::vector<BatchItemView> results;  // in the order of the request
    std::vector<BatchCardView> cards;
    std::int64_t applied = 0;
    std::int64_t duplicates = 0;
    std::int64_t refused = 0;
    std::int64_t xp_earned = 0;
    std::int64_t current_streak = 0;
    std::vector<Unlocked> achievements_unlocked;
};

struct UndoView {
    WordView word;
    Rating rating = Rating::good;  // of the review that no longer counts
    std::string reviewed_at;
    std::int64_t xp_taken_back = 0;
    std::int64_t current_streak = 0;
};

/// What is absent stays as it is. Word, pronunciation, example and tags only of the learner's own
/// words; an empty note, or translation of a catalogue word, restores what was there before.
struct EditWord {
    std::optional<bool> suspended;
    std::optional<bool> buried;  // until the learner's next day
    std::optional<std::string> note;
    std::optional<std::string> translation;
    std::optional<std::string> word;
    std::optional<std::string> pronunciation;
    std::optional<std::string> example_sentence;
    std::optional<std::vector<std::string>> tags;
};

/// Seconds until the word would come back after each answer.
struct Previews {
    std::int64_t again = 0;
    std::int64_t hard = 0;
    std::int64_t good = 0;
    std::int64_t easy = 0;
};

struct QueueItem {
    WordView word;
    Previews previews;
};

struct QueueCounts {
    std::int64_t learning = 0;
    std::int64_t review = 0;
    std::int64_t fresh = 0;  // never asked; at most what is left of today's new words
};

struct QueueView {
    std::vector<QueueItem> items;
    QueueCounts counts;
    std::optional<std::string> next_due_at;  // of a word that is not due yet
};

struct ReviewView {
    WordView word;
    std::int64_t interval_seconds = 0;
    std::int64_t interval_days = 0;
    std::int64_t xp_earned = 0;
    std::int64_t current_streak = 0;
    std::vector<Unlocked> achievements_unlocked;
    bool is_leech = false;
    std::optional<LeechView> leech;  // where this answer gave reason to warn
    bool is_duplicate = false;       // this client_id was counted before; nothing was done
};

struct StatsFilter {
    std::optional<std::int64_t> days;
};

struct Retention {
    std::int64_t reviews = 0;
    std::int64_t recalled = 0;
    std::optional<double> rate;  // absent without reviews
};

/// Of words that were past their learning steps, how many were remembered when they were asked.
struct RetentionRow {
    std::string period;  // today, yesterday, week, month, year, all
    Retention young;     // interval under 21 days
    Retention mature;
    Retention total;
};

struct LoadDay {
    std::string day;
    std::int64_t due = 0;  // what is overdue counts on the first
};

struct VocabularyStats {
    std::int64_t total = 0;
    std::int64_t learning = 0;
    std::int64_t reviewing = 0;
    std::int64_t mastered = 0;
    std::int64_t suspended = 0;
    std::int64_t fresh = 0;
    std::int64_t due = 0;
    std::int64_t reviews_today = 0;
    std::int64_t reviews_total = 0;
    std::int64_t leeches = 0;
    std::optional<double> true_retention;  // of the last 30 days
    std::vector<RetentionRow> retention;
    std::vector<LoadDay> load;
};

}  // namespace lexi::vocabulary

template <>
struct glz::meta<lexi::vocabulary::Status> {
    using enum lexi::vocabulary::Status;
    static constexpr auto value = glz::enumerate("learning", learning, "reviewing", reviewing,
                                                 "mastered", mastered, "suspended", suspended);
};
template <>
struct glz::meta<lexi::vocabulary::Scope> {
    using enum lexi::vocabulary::Scope;
    static constexpr auto value = glz::enumerate("mine", mine, "catalogue", catalogue);
};
template <>
struct glz::meta<lexi::vocabulary::State> {
    using enum lexi::vocabulary::State;
    static constexpr auto value =
        glz::enumerate("learning", learning, "review", review, "relearning", relearning);
};
template <>
struct glz::meta<lexi::vocabulary::Rating> {
    using enum lexi::vocabulary::Rating;
    static constexpr auto value =
        glz::enumerate("again", again, "hard", hard, "good", good, "easy", easy);
};

template <>
struct glz::meta<lexi::vocabulary::ItemResult> {
    using enum lexi::vocabulary::ItemResult;
    static constexpr auto value =
        glz::enumerate("applied", applied, "duplicate", duplicate, "refused", refused);
};

template <>
struct glz::json_schema<lexi::vocabulary::WordFilter> {
    glz::schema search{.minLength = 1, .maxLength = 100};
    glz::schema level{.pattern = lexi::kLevelPattern};
    glz::schema page{.minimum = std::int64_t{1}, .maximum = std::int64_t{100000}};
    glz::schema page_size{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
template <>
struct glz::json_schema<lexi::vocabulary::QueueFilter> {
    glz::schema limit{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
template <>
struct glz::json_schema<lexi::vocabulary::AddWord> {
    glz::schema vocabulary_id{.format = glz::detail::defined_formats::uuid};
    glz::schema word{.minLength = 1, .maxLength = 255};
    glz::schema translation{.minLength = 1, .maxLength = 255};
    glz::schema pronunciation{.maxLength = 255};
    glz::schema example_sentence{.maxLength = 1000};
    glz::schema tags{.maxItems = std::uint64_t{20}};
};
template <>
struct lexi::http::SchemaExtra<lexi::vocabulary::AddWord> {
    static std::string json() {
        return R"({"anyOf": [{"required": ["vocabulary_id"]}, {"required": ["word", "translation"]}],
                   "description": "With vocabulary_id the catalogue's word is taken as it is.",
                   "properties": {"word": {"pattern": "\\S"},
                                  "tags": {"items": {"type": "string", "minLength": 1, "maxLength": 50}}}})";
    }
};
template <>
struct lexi::http::SchemaExtra<lexi::vocabulary::ReviewBody> {
    static std::string json() {
        return R"({"anyOf": [{"required": ["rating"]}, {"required": ["quality"]}]})";
    }
};
template <>
struct glz::json_schema<lexi::vocabulary::ReviewBody> {
    glz::schema quality{.minimum = std::int64_t{0}, .maximum = std::int64_t{5}};
    glz::schema time_spent_ms{.minimum = std::int64_t{0}, .maximum = std::int64_t{3'600'000}};
    glz::schema reviewed_at{.description = "for reviews done offline",
                            .format = glz::detail::defined_formats::datetime};
    glz::schema client_id{
        .description = "the client's id of this review; sent twice, it counts once",
        .format = glz::detail::defined_formats::uuid};
};
template <>
struct glz::json_schema<lexi::vocabulary::BatchBody> {
    glz::schema reviews{.minItems = std::uint64_t{1}, .maxItems = std::uint64_t{500}};
};
template <>
struct glz::json_schema<lexi::vocabulary::BatchItem> {
    glz::schema client_id{
        .description = "the client's id of this review; sent twice, it counts once",
        .format = glz::detail::defined_formats::uuid};
    glz::schema card_id{.format = glz::detail::defined_formats::uuid};
    glz::schema quality{.minimum = std::int64_t{0}, .maximum = std::int64_t{5}};
    glz::schema reviewed_at{.format = glz::detail::defined_formats::datetime};
    glz::schema time_spent_ms{.minimum = std::int64_t{0}, .maximum = std::int64_t{3'600'000}};
};
template <>
struct glz::json_schema<lexi::vocabulary::EditWord> {
    glz::schema note{.maxLength = 2000};
    glz::schema translation{.maxLength = 255};
    glz::schema word{.minLength = 1, .maxLength = 255};
    glz::schema pronunciation{.maxLength = 255};
    glz::schema example_sentence{.maxLength = 1000};
    glz::schema tags{.maxItems = std::uint64_t{20}};
};
template <>
struct lexi::http::SchemaExtra<lexi::vocabulary::EditWord> {
    static std::string json() {
        return R"({"properties": {"word": {"pattern": "\\S"},
                                  "tags": {"items": {"type": "string", "minLength": 1, "maxLength": 50}}}})";
    }
};
template <>
struct glz::json_schema<lexi::vocabulary::StatsFilter> {
    glz::schema days{.description = "how far the load looks ahead",
                     .minimum = std::int64_t{1},
                     .maximum = std::int64_t{365}};
};
