#include "core/indexes.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kit/log.hpp"

namespace lexi::core {
namespace {

IndexFile read_index(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    // ordered: the order of the keys is the index's order.
    const auto json = nlohmann::ordered_json::parse(text.str());
    IndexFile index{.file = path.filename().string(),
                    .collection = json.at("collection").get<std::string>(),
                    .keys = {},
                    .unique = json.value("unique", false),
                    .expire_after_s = {}};
    for (const auto& [field, order] : json.at("keys").items()) {
        index.keys.push_back({field, order.get<std::int32_t>()});
    }
    if (json.contains("expireAfterSeconds")) {
        index.expire_after_s = json.at("expireAfterSeconds").get<std::int64_t>();
    }
    return index;
}

// BSON of nested documents whose names are data: written by hand, since glaze's come from types.
class Document {
public:
    Document& text(const std::string& name, const std::string& value) {
        head(0x02, name);
        number(static_cast<std::int32_t>(value.size() + 1));
        body_ += value + '\0';
        return *this;
    }
    Document& whole(const std::string& name, std::int32_t value) {
        head(0x10, name);
        number(value);
        return *this;
    }
    Document& yes(const std::string& name) {
        head(0x08, name);
        body_ += '\x01';
        return *this;
    }
    Document& nested(char type, const std::string& name, const Document& value) {
        head(type, name);
        body_ += value.bytes();
        return *this;
    }
    std::string bytes() const {
        const auto size = static_cast<std::uint32_t>(body_.size() + 5);
        std::string out;
        for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(size >> shift);
        return out + body_ + '\0';
    }

private:
    void head(char type, const std::string& name) { body_ += type + name + '\0'; }
    void number(std::int32_t value) {
        for (int shift = 0; shift < 32; shift += 8) {
            body_ += static_cast<char>(static_cast<std::uint32_t>(value) >> shift);
        }
    }
    std::string body_;
};

std::string create_command(const IndexFile& index) {
    Document key;
    std::string name;
    for (const auto& [field, order] : index.keys) {
        key.whole(field, order);
        name += (name.empty() ? "" : "_") + field + "_" + std::to_string(order);
    }
    Document spec;
    spec.nested(0x03, "key", key).text("name", name);
    if (index.unique) spec.yes("unique");
    if (index.expire_after_s) {
        spec.whole("expireAfterSeconds", static_cast<std::int32_t>(*index.expire_after_s));
    }
    Document list;
    list.nested(0x03, "0", spec);
    return Document{}.text("createIndexes", index.collection).nested(0x04, "indexes", list).bytes();
}

}  // namespace

std::vector<IndexFile> read_indexes(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    if (!std::filesystem::is_directory(folder)) {
        throw std::runtime_error("INDEX_DIR " + folder.string() + " is no folder");
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<IndexFile> indexes;
    for (const auto& path : paths) {
        try {
            indexes.push_back(read_index(path));
        } catch (const std::exception& wrong) {
            throw std::runtime_error(path.filename().string() + ": " + wrong.what());
        }
    }
    return indexes;
}

Result<void> make_indexes(Connection& db, const std::vector<IndexFile>& indexes) {
    for (const auto& index : indexes) {
        const auto command = create_command(index);
        if (!index.expire_after_s) {
            db.command(command);
            continue;
        }
        try {
            db.command(command);
        } catch (const std::exception& refused) {
            log::info("index.refused", {{"index", index.file}, {"why", refused.what()}});
        }
    }
    return {};
}

}  // namespace lexi::core
