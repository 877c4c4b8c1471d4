#include "app/content/importer.hpp"

#include <format>

#include "app/core/pg.hpp"
#include "content_sql.hpp"
#include "kit/ids.hpp"

namespace lexi::content {
namespace {

using Params = std::vector<std::optional<std::string>>;
using Done = std::expected<void, std::string>;

Uuid id_of(const std::string& path) {
    static const Uuid space = Uuid::parse("6f1d2c1e-5b0a-5c3e-9a55-1e8a7d3c4b21").value();
    return Uuid::named(space, path);
}

template <class T>
std::string json(const std::optional<std::vector<T>>& list) {
    return glz::write_json(list.value_or(std::vector<T>{})).value_or("[]");
}

class Writer {
public:
    explicit Writer(PGconn* connection) : connection_(connection) {}

    Done write(const Pack& pack) {
        for (const auto& course : pack.courses) {
            if (auto ok = write_course(course); !ok) return ok;
        }
        for (const auto& list : pack.vocabulary) {
            for (const auto& word : list.words) {
                if (auto ok = write_word(list, word); !ok) return ok;
            }
        }
        return {};
    }

    const ImportReport& report() const { return report_; }

private:
    Done run(const std::string& what, std::string_view sql, const Params& params) {
        const auto done = pg::run(connection_, sql, params);
        if (!done) return std::unexpected(std::format("{}: {}", what, done.error()));
        return {};
    }

    Done write_course(const Course& course) {
        const auto& a = course.about;
        const auto path = "course:" + a.slug;
        const auto id = id_of(path).str();
        ++report_.courses;
        auto ok = run(path, sql::put_course,
                      {id, a.slug, a.title, a.title_vi, a.description, a.description_vi, a.language,
                       a.level, a.thumbnail_url});
        int lesson_index = 0;
        for (std::size_t i = 0; ok && i < course.units.size(); ++i) {
            ok = write_unit(path, course.units[i], static_cast<int>(i), lesson_index);
        }
        return ok ? run(path, sql::settle_course, {id}) : ok;
    }

    Done write_unit(const std::string& course, const UnitFile& unit, int index, int& lesson_index) {
        const auto path = course + "/" + unit.slug;
        auto ok = run(path, sql::put_unit,
                      {id_of(path).str(), id_of(course).str(), unit.slug, unit.title, unit.title_vi,
                       unit.description_vi.value_or(""), std::to_string(index)});
        for (std::size_t i = 0; ok && i < unit.lessons.size(); ++i) {
            ok = write_lesson(course, path, unit.lessons[i], lesson_index++);
        }
        return ok;
    }

    Done write_lesson(const std::string& course, const std::string& unit, const Lesson& lesson,
                      int index) {
        const auto path = unit + "/" + lesson.slug;
        const LessonContent content{
            .theory_vi = lesson.theory_vi,
            .dialogue = lesson.dialogue.value_or(std::vector<Line>{}),
            .new_words = lesson.new_words.value_or(std::vector<std::string>{})};
        ++report_.lessons;
        auto ok = run(
            path, sql::put_lesson,
            {id_of(path).str(), id_of(course).str(), id_of(unit).str(), lesson.slug, lesson.title,
             lesson.title_vi, lesson.description_vi.value_or(""), std::to_string(index),
             glz::write_json(content).value_or("{}"), std::to_string(lesson.estimated_minutes)});
        for (std::size_t i = 0; ok && i < lesson.exercises.size(); ++i) {
            ok = write_exercise(path, lesson.exercises[i], static_cast<int>(i));
        }
        return ok;
    }

    Done write_exercise(const std::string& lesson, const Exercise& e, int index) {
        const auto path = lesson + "/" + e.slug;
        ++report_.exercises;
        return run(path, sql::put_exercise,
                   {id_of(path).str(), id_of(lesson).str(), e.slug, std::to_string(index), e.kind,
                    e.prompt, e.prompt_vi, json(e.choices), json(e.tokens), json(e.pairs),
                    e.audio_text, e.answer, json(e.alternatives), e.explanation_vi, e.hint_vi});
    }

    Done write_word(const VocabularyFile& list, const Word& word) {
        const auto slug = list.language + "/" + word.word + "/" + word.part_of_speech;
        ++report_.words;
        return run("word:" + slug, sql::put_word,
                   {id_of("word:" + slug).str(), slug, word.word, word.translation, word.ipa,
                    word.part_of_speech, word.example, word.example_vi, list.language, list.level,
                    json(word.tags)});
    }

    PGconn* connection_;
    ImportReport report_;
};

}  // namespace

std::expected<ImportReport, std::string> import_pack(const std::string& conninfo,
                                                     const Pack& pack) {
    auto connection = pg::connect(conninfo);
    if (!connection) return std::unexpected(connection.error());
    auto* raw = connection->get();
    // Two imports at once take turns; readers are not held up.
    if (auto ok = pg::run(raw, std::string(sql::begin_import)); !ok) {
        return std::unexpected(ok.error());
    }
    Writer writer(raw);
    if (auto ok = writer.write(pack); !ok) return std::unexpected(ok.error());  // closing undoes
    if (auto ok = pg::run(raw, "COMMIT"); !ok) return std::unexpected(ok.error());
    return writer.report();
}

}  // namespace lexi::content
