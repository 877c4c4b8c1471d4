#include "app/content/pack.hpp"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>
#include <set>

#include "kit/body.hpp"

namespace lexi::content {
namespace {

namespace fs = std::filesystem;

class Reader {
public:
    explicit Reader(fs::path folder) : folder_(std::move(folder)) {}

    Pack read() {
        Pack pack;
        for (const auto& dir : sorted(folder_ / "courses", "")) {
            if (auto course = read_course(dir)) pack.courses.push_back(std::move(*course));
        }
        for (const auto& file : sorted(folder_ / "vocabulary", ".json")) {
            if (auto words = parse<VocabularyFile>(file)) {
                check_words(file, *words);
                pack.vocabulary.push_back(std::move(*words));
            }
        }
        if (pack.courses.empty() && pack.vocabulary.empty() && mistakes_.empty()) {
            mistakes_.push_back(folder_.string() + ": no courses and no vocabulary here");
        }
        return pack;
    }

    std::vector<std::string> mistakes() && { return std::move(mistakes_); }

private:
    void wrong(const fs::path& file, std::string_view slug, std::string_view what) {
        const auto shown = file.lexically_relative(folder_).string();
        mistakes_.push_back(slug.empty() ? std::format("{}: {}", shown, what)
                                         : std::format("{}: {}: {}", shown, slug, what));
    }

    // Folders where `extension` is empty, else files that have it.
    static std::vector<fs::path> sorted(const fs::path& dir, std::string_view extension) {
        std::vector<fs::path> found;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(dir, none)) {
            const bool fits = extension.empty() ? entry.is_directory()
                                                : entry.is_regular_file() &&
                                                      entry.path().extension() == extension;
            if (fits) found.push_back(entry.path());
        }
        std::ranges::sort(found);
        return found;
    }

    template <class T>
    std::optional<T> parse(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        if (!in) {
            wrong(file, "", "cannot be read");
            return std::nullopt;
        }
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        auto parsed = http::parse_body<T>(text);
        if (parsed) return std::move(*parsed);
        for (const auto& [field, what] : parsed.error().fields) wrong(file, field, what);
        if (parsed.error().fields.empty()) wrong(file, "", parsed.error().say);
        return std::nullopt;
    }

    std::optional<Course> read_course(const fs::path& dir) {
        auto about = parse<CourseFile>(dir / "course.json");
        if (!about) return std::nullopt;
        const auto file = dir / "course.json";
        if (about->slug != dir.filename())
            wrong(file, about->slug, "slug must be the folder's name");
        Course course{.about = std::move(*about), .units = {}};
        std::set<std::string> slugs;
        for (const auto& name : course.about.units) {
            if (name.contains('/') || !name.ends_with(".json")) {
                wrong(file, name, "must be the name of a file beside this one");
                continue;
            }
            auto unit = parse<UnitFile>(dir / name);
            if (!unit) continue;
            if (!slugs.insert(unit->slug).second)
                wrong(dir / name, unit->slug, "slug is there twice");
            check_unit(dir / name, *unit);
            course.units.push_back(std::move(*unit));
        }
        return course;
    }

    void check_unit(const fs::path& file, const UnitFile& unit) {
        for (const auto& mistake : mistakes_in(unit)) wrong(file, mistake.slug, mistake.what);
    }

    void check_words(const fs::path& file, const VocabularyFile& list) {
        for (const auto& word : list.words) {
            const auto key = list.language + "/" + word.word + "/" + word.part_of_speech;
            if (!words_.insert(key).second)
                wrong(file, word.word, "is there twice as the same part of speech");
        }
    }

    fs::path folder_;
    std::set<std::string> words_;
    std::vector<std::string> mistakes_;
};

}  // namespace

std::vector<Mistake> mistakes_in(const UnitFile& unit) {
    std::vector<Mistake> out;
    std::set<std::string> lessons;
    for (std::size_t i = 0; i < unit.lessons.size(); ++i) {
        const auto& lesson = unit.lessons[i];
        const auto path = std::format("lessons[{}]", i);
        if (!lessons.insert(lesson.slug).second) {
            out.push_back({path + ".slug", lesson.slug, "slug is there twice"});
        }
        std::set<std::string> exercises;
        for (std::size_t j = 0; j < lesson.exercises.size(); ++j) {
            const auto& exercise = lesson.exercises[j];
            const auto place = std::format("{}.exercises[{}]", path, j);
            if (!exercises.insert(exercise.slug).second) {
                out.push_back({place + ".slug", exercise.slug, "slug is there twice"});
            }
            for (const auto& what : mistakes_of(exercise)) {
                out.push_back({place, exercise.slug, what});
            }
        }
    }
    return out;
}

std::expected<Pack, std::vector<std::string>> read_pack(const fs::path& folder) {
    Reader reader(folder);
    auto pack = reader.read();
    auto mistakes = std::move(reader).mistakes();
    if (!mistakes.empty()) return std::unexpected(std::move(mistakes));
    return pack;
}

}  // namespace lexi::content
