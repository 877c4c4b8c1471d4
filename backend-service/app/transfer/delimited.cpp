#include "app/transfer/delimited.hpp"

#include <utility>

namespace lexi::transfer {
namespace {

class Reader {
public:
    Reader(std::string_view text, char separator, int line)
        : text_(text), separator_(separator), line_(line) {}

    bool at_end() const { return at_ == text_.size(); }

    Record record() {
        Record record{.line = line_};
        do {
            record.fields.push_back(text_.substr(at_).starts_with('"') ? quoted_field(record)
                                                                       : plain_field());
        } while (take(separator_));
        end_line();
        return record;
    }

private:
    bool at_line_end() const {
        return at_end() || text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n");
    }

    bool take(char wanted) {
        if (at_end() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    void end_line() {
        take('\r');
        if (take('\n')) ++line_;
    }

    std::string plain_field() {
        const auto begin = at_;
        while (!at_line_end() && text_[at_] != separator_) ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string quoted_field(Record& record) {
        std::string field;
        for (++at_; !at_end(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_end() || text_[at_] != '"') return after_quote(record, std::move(field));
            }
            if (text_[at_] == '\n') ++line_;
            field += text_[at_];
        }
        record.problem = "has a quote that is never closed";
        return field;
    }

    std::string after_quote(Record& record, std::string field) {
        if (!at_line_end() && text_[at_] != separator_) {
            record.problem = "has text after a closing quote";
            field += plain_field();
        }
        return field;
    }

    std::string_view text_;
    char separator_;
    int line_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Record> read_delimited(std::string_view text, char separator, int first_line) {
    std::vector<Record> records;
    Reader reader(text, separator, first_line);
    while (!reader.at_end()) {
        auto record = reader.record();
        const bool blank = record.fields.size() == 1 && record.fields[0].empty();
        if (!blank || !record.problem.empty()) records.push_back(std::move(record));
    }
    return records;
}

std::string written_field(std::string_view field, char separator) {
    if (field.find_first_of(std::string{'"', '\n', '\r', separator}) == std::string_view::npos &&
        !field.starts_with('#')) {
        return std::string(field);
    }
    std::string out = "\"";
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace lexi::transfer
