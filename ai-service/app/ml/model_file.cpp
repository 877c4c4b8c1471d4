#include "ml/model_file.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace lexi::ml {
namespace fs = std::filesystem;
namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::vector<std::string> words_of(const std::string& name) {
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (c == '-' || c == '_') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
}

bool has_words_in_order(const std::string& name, const std::vector<std::string>& wanted) {
    std::size_t found = 0;
    for (const auto& word : words_of(name)) {
        if (found < wanted.size() && word == wanted[found]) ++found;
    }
    return found == wanted.size();
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        if (entry.is_regular_file(none) &&
            lower(entry.path().filename().string()).ends_with(extension)) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

std::optional<fs::path> find_model(const std::string& spec, std::string_view extension) {
    if (spec.empty()) return std::nullopt;
    fs::path path(spec);
    std::error_code none;
    if (fs::is_regular_file(path, none)) return path;
    if (fs::is_directory(path, none)) {
        const auto files = files_in(path, extension);
        return files.empty() ? std::nullopt : std::optional(files.front());
    }
    const auto stem = lower(path.filename().string());
    if (stem.empty()) return std::nullopt;
    const auto files = files_in(path.has_parent_path() ? path.parent_path() : ".", extension);
    const auto name = [](const fs::path& file) { return lower(file.stem().string()); };
    for (const auto& file : files) {
        if (name(file).starts_with(stem)) return file;
    }
    const auto wanted = words_of(stem);
    for (const auto& file : files) {
        if (!wanted.empty() && has_words_in_order(name(file), wanted)) return file;
    }
    return std::nullopt;
}

std::string fingerprint(const fs::path& path) {
    std::error_code none;
    const auto size = fs::file_size(path, none);
    const auto changed = fs::last_write_time(path, none);
    return path.string() + '|' + std::to_string(size) + '|' +
           std::to_string(changed.time_since_epoch().count());
}

std::uint64_t file_bytes(const fs::path& path) {
    std::error_code none;
    const auto size = fs::file_size(path, none);
    return none ? 0 : size;
}

}  // namespace lexi::ml
