#include <openssl/evp.h>

#include <format>
#include <nlohmann/json.hpp>

#include "app/transfer/apkg.hpp"
#include "app/transfer/archive.hpp"
#include "app/transfer/html.hpp"
#include "app/transfer/sqlite.hpp"
#include "kit/ids.hpp"

namespace lexi::transfer {
namespace {

using nlohmann::json;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Rows = std::vector<std::vector<SqliteValue>>;

constexpr std::int64_t kKind = 1'763'900'000'001;  // of note: always the same, so that decks join
constexpr std::int64_t kDeck = 1'763'900'000'002;

constexpr const char* kTables = R"(
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
    ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
    left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
    ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
    type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
)";

struct Field {
    const char* name;
    std::string Entry::* text;
};
constexpr Field kFields[] = {{"Word", &Entry::word},
                             {"Translation", &Entry::translation},
                             {"Pronunciation", &Entry::pronunciation},
                             {"Part of speech", &Entry::part_of_speech},
                             {"Example", &Entry::example_sentence},
                             {"Example translation", &Entry::example_translation},
                             {"Level", &Entry::level}};

json note_kind(std::int64_t now) {
    json fields = json::array();
    for (const auto& field : kFields) {
        fields.push_back({{"name", field.name},
                          {"ord", fields.size()},
                          {"font", "Arial"},
                          {"size", 20},
                          {"rtl", false},
                          {"sticky", false},
                          {"media", json::array()}});
    }
    const json card = {
        {"name", "Word"},
        {"ord", 0},
        {"qfmt", "{{Word}}<br>{{Pronunciation}}"},
        {"afmt",
         "{{FrontSide}}<hr id=answer>{{Translation}}<br>{{Example}}<br>{{Example translation}}"},
        {"bqfmt", ""},
        {"bafmt", ""},
        {"did", nullptr}};
    return {{"id", kKind},
            {"name", "LexiLingo"},
            {"type", 0},
            {"mod", now},
            {"usn", -1},
            {"sortf", 0},
            {"did", kDeck},
            {"tmpls", json::array({card})},
            {"flds", fields},
            {"css", ".card { font-family: arial; font-size: 20px; text-align: center; }"},
            {"latexPre", ""},
            {"latexPost", ""},
            {"req", json::array({json::array({0, "any", json::array({0})})})},
            {"tags", json::array()},
            {"vers", json::array()}};
}

json deck(std::int64_t id, const char* name, std::int64_t now) {
    const json none = json::array({0, 0});
    return {{"id", id},         {"name", name},       {"desc", ""},       {"mod", now},
            {"usn", -1},        {"collapsed", false}, {"dyn", 0},         {"conf", 1},
            {"newToday", none}, {"revToday", none},   {"lrnToday", none}, {"timeToday", none},
            {"extendNew", 0},   {"extendRev", 0}};
}

json deck_options(std::int64_t now) {
    return {{"id", 1},
            {"name", "Default"},
            {"mod", now},
            {"usn", -1},
            {"maxTaken", 60},
            {"autoplay", true},
            {"timer", 0},
            {"replayq", true},
            {"dyn", false},
            {"new",
             {{"delays", json::array({1, 10})},
              {"ints", json::array({1, 4, 7})},
              {"initialFactor", 2500},
              {"order", 1},
              {"perDay", 20},
              {"bury", true}}},
            {"rev",
             {{"perDay", 200}, {"ease4", 1.3}, {"ivlFct", 1}, {"maxIvl", 36500}, {"bury", true}}},
            {"lapse",
             {{"delays", json::array({10})},
              {"mult", 0},
              {"minInt", 1},
              {"leechFails", 8},
              {"leechAction", 0}}}};
}

json options() {
    return {{"nextPos", 1},          {"estTimes", true},  {"activeDecks", json::array({1})},
            {"sortType", "noteFld"}, {"timeLim", 0},      {"sortBackwards", false},
            {"addToCur", true},      {"curDeck", 1},      {"newBury", true},
            {"newSpread", 0},        {"dueCounts", true}, {"curModel", kKind},
            {"collapseTime", 1200}};
}

// Anki finds duplicates by the first field's SHA-1.
std::int64_t checksum(const std::string& text) {
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), hash, &size, EVP_sha1(), nullptr);
    return std::int64_t{hash[0]} << 24 | std::int64_t{hash[1]} << 16 | std::int64_t{hash[2]} << 8 |
           hash[3];
}

std::vector<SqliteValue> note_row(const Entry& entry, std::int64_t id, std::int64_t now) {
    std::string fields;
    for (const auto& field : kFields) {
        if (!fields.empty() || field.text != kFields[0].text) fields += '\x1f';
        fields += html_of_text(entry.*field.text);
    }
    const auto guid = sha256_hex(entry.word + '\n' + entry.translation).substr(0, 10);
    const auto tags = joined_tags(entry.tags);
    return {id,
            guid,
            kKind,
            now,
            std::int64_t{-1},
            tags.empty() ? tags : " " + tags + " ",
            fields,
            html_of_text(entry.word),
            checksum(entry.word),
            std::int64_t{0},
            ""};
}

std::string card_data(const Standing& standing) {
    json data = json::object();
    if (standing.memory) {
        data["s"] = standing.memory->stability;
        data["d"] = standing.memory->difficulty;
    }
    if (standing.due) {
        const auto due = floor<milliseconds>(*standing.due).time_since_epoch().count();
        data["cd"] = json{{"lxdue", due}}.dump();
    }
    return data.dump();
}

struct Due {
    std::int64_t queue;
    std::int64_t due;
};

Due due_of(const Standing& standing, std::size_t position, Instant created) {
    using vocabulary::State;
    if (!standing.due) return {0, static_cast<std::int64_t>(position)};
    if (standing.state == State::review) return {2, floor<days>(*standing.due - created).count()};
    return {1, floor<seconds>(*standing.due).time_since_epoch().count()};
}

std::vector<SqliteValue> card_row(const Entry& entry, std::int64_t id, std::int64_t note,
                                  std::size_t position, Instant created, std::int64_t now) {
    const auto standing = entry.standing.value_or(Standing{});
    const auto due = due_of(standing, position, created);
    const std::int64_t type = standing.due ? static_cast<int>(standing.state) : 0;
    const std::int64_t zero = 0;
    const std::int64_t left = type == 1 || type == 3 ? 1001 : 0;
    return {id,
            note,
            kDeck,
            zero,
            now,
            std::int64_t{-1},
            type,
            standing.suspended ? std::int64_t{-1} : due.queue,
            due.due,
            std::int64_t{standing.interval_days},
            type == 0 ? zero : static_cast<std::int64_t>(standing.ease * 1000),
            std::int64_t{standing.reviews},
            std::int64_t{standing.lapses},
            left,
            zero,
            zero,
            zero,
            card_data(standing)};
}

// Anki's log is keyed by the millisecond: answers within one move on to the next.
void add_answers(const Entry& entry, std::int64_t card, std::map<std::int64_t, std::int64_t>& used,
                 Rows& log) {
    std::int64_t last_interval = 0;
    for (const auto& answer : entry.answers) {
        auto id = floor<milliseconds>(answer.at).time_since_epoch().count();
        while (!used.emplace(id, card).second) ++id;
        const std::int64_t type = static_cast<int>(answer.state_before) - 1;
        const auto ease =
            entry.standing ? static_cast<std::int64_t>(entry.standing->ease * 1000) : 2500;
        log.push_back({id, card, std::int64_t{-1}, std::int64_t{static_cast<int>(answer.rating)},
                       std::int64_t{answer.interval_days}, last_interval, ease,
                       std::int64_t{answer.time_spent_ms.value_or(0)}, type});
        last_interval = answer.interval_days;
    }
}

Result<void> fill(Sqlite& db, const std::vector<Entry>& entries, Instant now) {
    const Instant created = floor<days>(now);
    const auto now_s = floor<seconds>(now).time_since_epoch().count();
    const auto now_ms = floor<milliseconds>(now).time_since_epoch().count();
    const auto created_s = floor<seconds>(created).time_since_epoch().count();
    const json decks = {{"1", deck(1, "Default", now_s)},
                        {std::to_string(kDeck), deck(kDeck, "LexiLingo", now_s)}};
    const Rows head = {{std::int64_t{1}, created_s, now_ms, now_ms, std::int64_t{11},
                        std::int64_t{0}, std::int64_t{0}, std::int64_t{0}, options().dump(),
                        json{{std::to_string(kKind), note_kind(now_s)}}.dump(), decks.dump(),
                        json{{"1", deck_options(now_s)}}.dump(), "{}"}};
    Rows notes;
    Rows cards;
    Rows log;
    std::map<std::int64_t, std::int64_t> used;
    const auto count = static_cast<std::int64_t>(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto note = now_ms + static_cast<std::int64_t>(i);
        notes.push_back(note_row(entries[i], note, now_s));
        cards.push_back(card_row(entries[i], note + count, note, i + 1, created, now_s));
        add_answers(entries[i], note + count, used, log);
    }
    const auto insert = [&](const char* table, int columns, const Rows& rows) {
        std::string marks = "?";
        for (int i = 1; i < columns; ++i) marks += ",?";
        return db.run(std::format("INSERT INTO {} VALUES ({})", table, marks), rows);
    };
    return db.run(kTables)
        .and_then([&] { return insert("col", 13, head); })
        .and_then([&] { return insert("notes", 11, notes); })
        .and_then([&] { return insert("cards", 18, cards); })
        .and_then([&] { return insert("revlog", 9, log); });
}

}  // namespace

Result<std::string> write_apkg(const std::vector<Entry>& entries, Instant now) {
    auto db = Sqlite::fresh();
    if (!db) return std::unexpected(db.error());
    if (const auto done = fill(*db, entries, now); !done) return std::unexpected(done.error());
    auto file = db->file();
    if (!file) return std::unexpected(file.error());
    return zip({{"collection.anki2", std::move(*file)}, {"media", "{}"}});
}

}  // namespace lexi::transfer
