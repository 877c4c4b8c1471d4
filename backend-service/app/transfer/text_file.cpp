#include "app/transfer/text_file.hpp"

#include <algorithm>
#include <format>
#include <ranges>

#include "app/transfer/delimited.hpp"
#include "app/transfer/html.hpp"
#include "kit/utf8.hpp"

namespace lexi::transfer {
namespace {

constexpr std::size_t kLongestField = 64 * 1024;  // bytes

// The purposes and the names that people give to columns of them, without spaces and in lower case.
struct Purpose {
    std::string_view name;
    std::string Entry::* field;
    std::vector<std::string_view> called;
};
const std::vector<Purpose>& known_purposes() {
    static const std::vector<Purpose> kPurposes = {
        {"word", &Entry::word, {"word", "front", "english", "expression", "term", "vocabulary"}},
        {"translation",
         &Entry::translation,
         {"translation", "back", "meaning", "vietnamese", "definition", "nghĩa"}},
        {"pronunciation", &Entry::pronunciation, {"pronunciation", "ipa", "phonetic", "reading"}},
        {"part_of_speech", &Entry::part_of_speech, {"partofspeech", "pos"}},
        {"example_sentence", &Entry::example_sentence, {"examplesentence", "example", "sentence"}},
        {"example_translation",
         &Entry::example_translation,
         {"exampletranslation", "sentencetranslation"}},
        {"level", &Entry::level, {"level", "cefr"}},
        {"tags", nullptr, {"tags"}}};
    return kPurposes;
}

std::string plain(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == ' ' || c == '_' || c == '-') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

std::vector<std::string> split_tags(std::string_view text) {
    std::vector<std::string> tags;
    for (const auto part : std::views::split(text, ' ')) {
        if (!part.empty()) tags.emplace_back(part.begin(), part.end());
    }
    return tags;
}

std::optional<std::size_t> column_number(const std::vector<std::string>& names,
                                         const std::string& wanted) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (plain(names[i]) == plain(wanted)) return i;
    }
    const bool number = !wanted.empty() && wanted.size() < 4 &&
                        std::ranges::all_of(wanted, [](char c) { return c >= '0' && c <= '9'; });
    if (!number) return std::nullopt;
    const auto index = static_cast<std::size_t>(std::stoul(wanted));
    if (index < 1 || index > names.size()) return std::nullopt;
    return index - 1;
}

std::string joined_names(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names | std::views::take(20)) {
        out += (out.empty() ? "" : ", ") + utf8::mended(name.substr(0, 40));
    }
    return out;
}

Result<std::string_view> utf8_body(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return fail_field("file", "must be UTF-8 text, not UTF-16");
    }
    return text;
}

Entry entry_of(Record record, const std::vector<std::string>& purpose, bool html) {
    Entry entry{.line = record.line, .refusal = std::move(record.problem)};
    if (record.fields.size() > purpose.size()) {
        entry.refusal = std::format("has {} fields where there are {} columns",
                                    record.fields.size(), purpose.size());
    }
    for (std::size_t i = 0; i < std::min(record.fields.size(), purpose.size()); ++i) {
        auto& field = record.fields[i];
        if (field.size() > kLongestField) {
            entry.refusal = std::format("column {} is too long", i + 1);
            continue;
        }
        put(entry, purpose[i], html ? text_of_html(field) : std::move(field));
    }
    check(entry);
    return entry;
}

Result<std::vector<Entry>> entries_of(std::vector<Record> records,
                                      const std::vector<std::string>& purpose, bool html) {
    if (records.empty()) return fail_field("file", "has no words");
    if (records.size() > kMostEntries) {
        return fail(Fault::too_large,
                    std::format("The file has more than {} words.", kMostEntries));
    }
    std::vector<Entry> entries;
    entries.reserve(records.size());
    for (auto& record : records) entries.push_back(entry_of(std::move(record), purpose, html));
    return entries;
}

struct Directives {
    char separator = '\t';
    bool html = true;
    std::vector<std::string> names{};
    std::string tags{};                  // for every note
    std::vector<std::size_t> special{};  // columns of Anki's own, from 1
    std::size_t tags_column = 0;
};

char separator_of(const std::string& name) {
    constexpr std::pair<std::string_view, char> kNames[] = {{"tab", '\t'},      {"comma", ','},
                                                            {"semicolon", ';'}, {"space", ' '},
                                                            {"pipe", '|'},      {"colon", ':'}};
    for (const auto& [known, separator] : kNames) {
        if (plain(name) == known) return separator;
    }
    return name.empty() ? '\t' : name[0];
}

void obey(Directives& out, const std::string& name, const std::string& value) {
    const auto number = [&] {
        return static_cast<std::size_t>(std::max(0, std::atoi(value.c_str())));
    };
    if (name == "separator") out.separator = separator_of(value);
    if (name == "html") out.html = plain(value) != "false";
    if (name == "tags") out.tags = value;
    if (name == "tags column") out.tags_column = number();
    if (name == "guid column" || name == "notetype column" || name == "deck column") {
        out.special.push_back(number());
    }
    if (name == "columns") {
        auto records = read_delimited(value, out.separator);
        if (!records.empty()) out.names = std::move(records[0].fields);
    }
}

// Takes the `#name:value` lines off the front of `text`; their number.
int take_directives(std::string_view& text, Directives& out) {
    int lines = 0;
    while (text.starts_with('#')) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = std::string(text.substr(1, end - 1));
        if (line.ends_with('\r')) line.pop_back();
        if (const auto colon = line.find(':'); colon != std::string::npos) {
            obey(out, line.substr(0, colon), line.substr(colon + 1));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
        ++lines;
    }
    return lines;
}

// Names for columns that have none: word, translation, and so on, past Anki's own columns.
std::vector<std::string> column_names(const Directives& directives, std::size_t width) {
    if (!directives.names.empty()) return directives.names;
    constexpr std::string_view kUsual[] = {"word", "translation", "pronunciation",
                                           "example_sentence", "example_translation"};
    std::vector<std::string> names;
    std::size_t next = 0;
    for (std::size_t column = 1; column <= width; ++column) {
        const bool special =
            std::ranges::find(directives.special, column) != directives.special.end() ||
            column == directives.tags_column;
        names.emplace_back(special || next == std::size(kUsual) ? "" : kUsual[next++]);
    }
    return names;
}

}  // namespace

std::optional<std::string> purpose_of(std::string_view column_name) {
    for (const auto& purpose : known_purposes()) {
        if (std::ranges::find(purpose.called, plain(column_name)) != purpose.called.end()) {
            return std::string(purpose.name);
        }
    }
    return std::nullopt;
}

bool is_purpose(std::string_view name) {
    return std::ranges::find(known_purposes(), name, &Purpose::name) != known_purposes().end();
}

void put(Entry& entry, std::string_view name, std::string text) {
    const auto purpose = std::ranges::find(known_purposes(), name, &Purpose::name);
    if (purpose == known_purposes().end()) return;
    if (purpose->field != nullptr) {
        entry.*purpose->field = std::move(text);
    } else {
        entry.tags.append_range(split_tags(text));
    }
}

Result<std::vector<std::string>> purposes(const std::vector<std::string>& names,
                                          const Columns& columns) {
    std::vector<std::string> found(names.size());
    for (const auto& [purpose, wanted] : columns) {
        if (!is_purpose(purpose)) return fail_field("columns", "has an unknown name: " + purpose);
        const auto number = column_number(names, wanted);
        if (!number) {
            return fail_field("columns", std::format("names a column that the file does not have: "
                                                     "{} (it has: {})",
                                                     wanted, joined_names(names)));
        }
        found[*number] = purpose;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto purpose = purpose_of(names[i]);
        if (found[i].empty() && purpose && !std::ranges::contains(found, *purpose)) {
            found[i] = *purpose;
        }
    }
    for (const char* needed : {"word", "translation"}) {
        if (!std::ranges::contains(found, needed)) {
            return fail_field("file", std::format("has no column for the {} (it has: {})", needed,
                                                  joined_names(names)));
        }
    }
    return found;
}

Result<std::vector<Entry>> read_csv(std::string_view text, const Columns& columns) {
    const auto body = utf8_body(text);
    if (!body) return std::unexpected(body.error());
    const auto head = body->substr(0, body->find('\n'));
    const bool semicolons = std::ranges::count(head, ';') > std::ranges::count(head, ',');
    auto records = read_delimited(*body, semicolons ? ';' : ',');
    if (records.empty()) return fail_field("file", "is empty");
    const auto found = purposes(records[0].fields, columns);
    if (!found) return std::unexpected(found.error());
    records.erase(records.begin());
    return entries_of(std::move(records), *found, false);
}

Result<std::vector<Entry>> read_anki_text(std::string_view text, const Columns& columns) {
    auto body = utf8_body(text);
    if (!body) return std::unexpected(body.error());
    Directives directives;
    const int lines = take_directives(*body, directives);
    auto records = read_delimited(*body, directives.separator, lines + 1);
    std::size_t width = directives.names.size();
    for (const auto& record : records) width = std::max(width, record.fields.size());
    auto names = column_names(directives, width);
    names.resize(width);
    if (directives.tags_column >= 1 && directives.tags_column <= width) {
        names[directives.tags_column - 1] = "tags";
    }
    if (records.empty()) return fail_field("file", "has no words");
    const auto found = purposes(names, columns);
    if (!found) return std::unexpected(found.error());
    auto entries = entries_of(std::move(records), *found, directives.html);
    if (!entries) return entries;
    for (auto& entry : *entries) {
        put(entry, "tags", directives.tags);
        check(entry);
    }
    return entries;
}

std::string joined_tags(const std::vector<std::string>& tags) {
    std::string out;
    for (std::string tag : tags) {
        std::ranges::replace(tag, ' ', '_');
        out += (out.empty() ? "" : " ") + tag;
    }
    return out;
}

std::string write_csv(const std::vector<Entry>& entries) {
    std::string out;
    for (const auto& purpose : known_purposes()) {
        out += std::format("{}{}", out.empty() ? "" : ",", purpose.name);
    }
    out += ",status,due,interval_days,ease_factor,stability,difficulty,review_count,lapses\r\n";
    for (const auto& entry : entries) {
        for (const auto& purpose : known_purposes()) {
            if (purpose.field != nullptr) out += written_field(entry.*purpose.field, ',') + ",";
        }
        out += written_field(joined_tags(entry.tags), ',');
        const auto standing = entry.standing.value_or(Standing{});
        const auto memory = standing.memory.value_or(vocabulary::Memory{});
        out += std::format(",{},{},{},{},{},{},{},{}\r\n",
                           standing.suspended ? "suspended"
                           : standing.due     ? "learned"
                                              : "new",
                           standing.due ? to_rfc3339(*standing.due) : "", standing.interval_days,
                           standing.ease, memory.stability, memory.difficulty, standing.reviews,
                           standing.lapses);
    }
    return out;
}

std::string write_anki_text(const std::vector<Entry>& entries) {
    std::string out = "#separator:tab\n#html:true\n#columns:";
    int column = 0;
    for (const auto& purpose : known_purposes()) {
        out += std::format("{}{}", column++ == 0 ? "" : "\t", purpose.name);
    }
    out += std::format("\n#tags column:{}\n", column);
    for (const auto& entry : entries) {
        for (const auto& purpose : known_purposes()) {
            if (purpose.field != nullptr) {
                out += written_field(html_of_text(entry.*purpose.field), '\t') + "\t";
            }
        }
        out += written_field(joined_tags(entry.tags), '\t') + "\n";
    }
    return out;
}

}  // namespace lexi::transfer
