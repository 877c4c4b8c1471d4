#include <algorithm>
#include <format>
#include <nlohmann/json.hpp>
#include <ranges>
#include <unordered_map>

#include "app/transfer/apkg.hpp"
#include "app/transfer/archive.hpp"
#include "app/transfer/html.hpp"
#include "app/transfer/sqlite.hpp"

namespace lexi::transfer {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t kLongestField = 64 * 1024;  // bytes
constexpr char kFieldEnd = '\x1f';
constexpr std::int64_t kDay = 86400;

using FieldNames = std::unordered_map<std::int64_t, std::vector<std::string>>;  // by kind of note

json parsed(const std::string& text) { return json::parse(text, nullptr, false); }

// Newest first: newer decks carry an old form with only a note that says so.
Result<std::string> collection_of(std::string_view file) {
    auto files = unzip(file, {"collection.anki21b", "collection.anki21", "collection.anki2"});
    if (!files) return std::unexpected(files.error());
    if (auto packed = files->find("collection.anki21b"); packed != files->end()) {
        return unpack_zstd(packed->second);
    }
    for (const char* name : {"collection.anki21", "collection.anki2"}) {
        if (auto found = files->find(name); found != files->end()) return std::move(found->second);
    }
    return fail_field("file", "is a zip, but no Anki deck is in it");
}

void names_of_models(const std::string& text, FieldNames& names) {
    const auto models = parsed(text);
    if (!models.is_object()) return;
    for (const auto& [id, model] : models.items()) {
        auto& fields = names[std::atoll(id.c_str())];
        if (!model.is_object() || !model.value("flds", json()).is_array()) continue;
        for (const auto& field : model["flds"]) {
            const auto name = field.is_object() ? field.value("name", json()) : json();
            fields.push_back(name.is_string() ? name.get<std::string>() : "");
        }
    }
}

class DeckReader {
public:
    DeckReader(Sqlite db, const Columns& columns, Instant now)
        : db_(std::move(db)), columns_(columns), now_(now) {}

    Result<std::vector<Entry>> read() {
        for (const auto step :
             {&DeckReader::read_head, &DeckReader::read_names, &DeckReader::read_notes,
              &DeckReader::read_cards, &DeckReader::read_answers}) {
            if (const auto done = (this->*step)(); !done) return std::unexpected(done.error());
        }
        if (entries_.empty()) return fail_field("file", "has no notes");
        if (entries_.size() > kMostEntries) {
            return fail(Fault::too_large,
                        std::format("The deck has more than {} notes.", kMostEntries));
        }
        for (auto& entry : entries_) check(entry);
        return std::move(entries_);
    }

private:
    Result<void> read_head() {
        return db_.each("SELECT crt, models FROM col", [this](const SqliteRow& row) {
            created_ = row.integer(0);
            names_of_models(row.text(1), names_);
            return false;
        });
    }

    Result<void> read_names() {
        const auto there = db_.has_table("fields");
        if (!there) return std::unexpected(there.error());
        if (!*there) return {};
        return db_.each("SELECT ntid, name FROM fields ORDER BY ntid, ord",
                        [this](const SqliteRow& row) {
                            names_[row.integer(0)].push_back(row.text(1));
                            return true;
                        });
    }

    Result<void> read_notes() {
        const auto sql = std::format("SELECT id, mid, tags, flds FROM notes ORDER BY id LIMIT {}",
                                     kMostEntries + 1);
        return db_.each(sql, [this](const SqliteRow& row) {
            by_note_[row.integer(0)] = entries_.size();
            entries_.push_back(note(row));
            return true;
        });
    }

    Entry note(const SqliteRow& row) {
        Entry entry{.line = static_cast<int>(entries_.size()) + 1};
        put(entry, "tags", row.text(2));
        const auto& purpose = purposes_of(row.integer(1));
        if (!purpose) {
            entry.refusal = purpose.error().fields.begin()->second;
            return entry;
        }
        std::size_t i = 0;
        for (const auto part : std::views::split(row.text(3), kFieldEnd)) {
            const std::string_view field(part.begin(), part.end());
            if (i >= purpose->size()) break;
            if (field.size() > kLongestField) {
                entry.refusal = "a field is too long";
            } else {
                put(entry, (*purpose)[i], text_of_html(field));
            }
            ++i;
        }
        return entry;
    }

    // By the fields' names; a kind of note whose names say nothing has the word in its first field
    // and the translation in its second.
    const Result<std::vector<std::string>>& purposes_of(std::int64_t kind) {
        const auto known = purposes_.find(kind);
        if (known != purposes_.end()) return known->second;
        const auto& names = names_[kind];
        auto found = purposes(names, columns_);
        if (!found && columns_.empty() && names.size() >= 2) {
            std::vector<std::string> usual(names.size());
            usual[0] = "word";
            usual[1] = "translation";
            found = usual;
        }
        return purposes_.emplace(kind, std::move(found)).first->second;
    }

    Result<void> read_cards() {
        return db_.each(
            "SELECT nid, id, type, queue, due, ivl, factor, reps, lapses, odue, data FROM cards"
            " ORDER BY nid, ord",
            [this](const SqliteRow& row) {
                const auto found = by_note_.find(row.integer(0));
                if (found == by_note_.end()) return true;
                auto& entry = entries_[found->second];
                if (entry.standing) return true;  // the note's other cards
                by_card_[row.integer(1)] = found->second;
                entry.standing = standing(row);
                return true;
            });
    }

    Standing standing(const SqliteRow& row) const {
        const auto type = row.integer(2);
        const auto days = row.integer(5);
        const auto factor = row.integer(6);
        Standing out{.suspended = row.integer(3) == -1};
        if (type < 1 || type > 3) return out;
        out.state = static_cast<vocabulary::State>(type);
        out.interval_days = static_cast<int>(std::clamp<std::int64_t>(days, 0, 36500));
        if (factor >= 1300 && factor <= 100'000) out.ease = static_cast<double>(factor) / 1000;
        out.reviews = static_cast<int>(std::clamp<std::int64_t>(row.integer(7), 0, 1'000'000));
        out.lapses = static_cast<int>(std::clamp<std::int64_t>(row.integer(8), 0, 1'000'000));
        const auto due = row.integer(9) != 0 ? row.integer(9) : row.integer(4);
        out.due = due_at(due);
        read_data(row.text(10), out);
        return out;
    }

    // Days since the deck was made, or a second since 1970.
    Instant due_at(std::int64_t due) const {
        constexpr std::int64_t kMostDays = 100'000;
        const auto at =
            due > 1'000'000'000 ? due : created_ + std::clamp(due, -kMostDays, kMostDays) * kDay;
        return bounded(Instant(seconds(std::clamp<std::int64_t>(at, 0, 10'000'000'000))));
    }

    Instant bounded(Instant at) const {
        return std::clamp(at, now_ - std::chrono::days(36500), now_ + std::chrono::days(36500));
    }

    // What Anki's FSRS keeps with a card, and the exact moment that our own export adds.
    void read_data(const std::string& text, Standing& out) const {
        const auto data = parsed(text);
        if (!data.is_object()) return;
        const auto s = data.value("s", json());
        const auto d = data.value("d", json());
        if (s.is_number() && d.is_number() && s.get<double>() >= 0.001 &&
            s.get<double>() <= 36500 && d.get<double>() >= 1 && d.get<double>() <= 10) {
            out.memory = vocabulary::Memory{s.get<double>(), d.get<double>()};
        }
        const auto custom = data.value("cd", json());
        const auto own = custom.is_string() ? parsed(custom.get<std::string>()) : json();
        const auto due = own.is_object() ? own.value("lxdue", json()) : json();
        if (due.is_number_integer()) {
            const auto ms =
                std::clamp<std::int64_t>(due.get<std::int64_t>(), 0, 10'000'000'000'000);
            out.due = bounded(Instant(milliseconds(ms)));
        }
    }

    Result<void> read_answers() {
        std::size_t count = 0;
        auto done = db_.each(
            "SELECT cid, id, ease, time FROM revlog"
            " WHERE ease BETWEEN 1 AND 4 AND (type < 3 OR type = 3 AND factor <> 0) ORDER BY id",
            [&](const SqliteRow& row) {
                const auto found = by_card_.find(row.integer(0));
                const auto ms = row.integer(1);
                if (found == by_card_.end() || ms <= 0 || ms > 10'000'000'000'000) return true;
                const Instant at{milliseconds(ms)};
                if (at > now_) return true;  // a clock that was wrong
                entries_[found->second].answers.push_back(
                    {.rating = static_cast<vocabulary::Rating>(row.integer(2)),
                     .at = at,
                     .time_spent_ms =
                         static_cast<int>(std::clamp<std::int64_t>(row.integer(3), 0, 3'600'000))});
                return ++count <= kMostAnswers;
            });
        if (done && count > kMostAnswers) {
            return fail(Fault::too_large,
                        std::format("The deck has more than {} reviews.", kMostAnswers));
        }
        return done;
    }

    Sqlite db_;
    const Columns& columns_;
    Instant now_;
    std::int64_t created_ = 0;
    FieldNames names_;
    std::unordered_map<std::int64_t, Result<std::vector<std::string>>> purposes_;
    std::unordered_map<std::int64_t, std::size_t> by_note_;
    std::unordered_map<std::int64_t, std::size_t> by_card_;
    std::vector<Entry> entries_;
};

}  // namespace

Result<std::vector<Entry>> read_apkg(std::string_view file, const Columns& columns, Instant now) {
    auto collection = collection_of(file);
    if (!collection) return std::unexpected(collection.error());
    auto db = Sqlite::open(std::move(*collection));
    if (!db) return std::unexpected(db.error());
    return DeckReader(std::move(*db), columns, now).read();
}

}  // namespace lexi::transfer
