#include "app/transfer/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace lexi::transfer {
namespace {

constexpr int kMostFiles = 100'000;

struct EndReading {
    void operator()(archive* a) const noexcept { archive_read_free(a); }
};
struct EndWriting {
    void operator()(archive* a) const noexcept { archive_write_free(a); }
};
struct EndEntry {
    void operator()(archive_entry* e) const noexcept { archive_entry_free(e); }
};
using Reading = std::unique_ptr<archive, EndReading>;

std::unexpected<Problem> broken() {
    return fail_field("file", "is not a deck that can be unpacked");
}

Result<std::string> content(archive* reading) {
    std::string out;
    char piece[1 << 16];
    while (true) {
        const auto size = archive_read_data(reading, piece, sizeof piece);
        if (size < 0) return broken();
        if (size == 0) return out;
        if (out.size() + static_cast<std::size_t>(size) > kMostUnpacked) {
            return fail(Fault::too_large, "The deck unpacks to more than 100 MiB.");
        }
        out.append(piece, static_cast<std::size_t>(size));
    }
}

}  // namespace

Result<std::map<std::string, std::string>> unzip(std::string_view zip,
                                                 const std::vector<std::string>& names) {
    const Reading reading(archive_read_new());
    archive_read_support_format_zip_seekable(reading.get());
    if (archive_read_open_memory(reading.get(), zip.data(), zip.size()) != ARCHIVE_OK) {
        return broken();
    }
    std::map<std::string, std::string> files;
    archive_entry* entry = nullptr;
    for (int i = 0; i < kMostFiles; ++i) {
        const int status = archive_read_next_header(reading.get(), &entry);
        if (status == ARCHIVE_EOF) return files;
        if (status < ARCHIVE_WARN) return broken();
        const char* path = archive_entry_pathname(entry);
        if (path == nullptr || std::ranges::find(names, path) == names.end()) continue;
        const std::string name = path;
        auto data = content(reading.get());
        if (!data) return std::unexpected(data.error());
        files[name] = std::move(*data);
    }
    return broken();
}

Result<std::string> unpack_zstd(std::string_view packed) {
    const Reading reading(archive_read_new());
    archive_read_support_filter_zstd(reading.get());
    archive_read_support_format_raw(reading.get());
    archive_entry* entry = nullptr;
    if (archive_read_open_memory(reading.get(), packed.data(), packed.size()) != ARCHIVE_OK ||
        archive_read_next_header(reading.get(), &entry) != ARCHIVE_OK) {
        return broken();
    }
    return content(reading.get());
}

Result<std::string> zip(const std::map<std::string, std::string>& files) {
    std::size_t room = 1 << 16;
    for (const auto& [name, data] : files) room += data.size() + data.size() / 100 + 1024;
    std::string out(room, '\0');
    std::size_t used = 0;
    const std::unique_ptr<archive, EndWriting> writing(archive_write_new());
    archive_write_set_format_zip(writing.get());
    const auto failed = [&] { return fail(Fault::internal, archive_error_string(writing.get())); };
    if (archive_write_open_memory(writing.get(), out.data(), out.size(), &used) != ARCHIVE_OK) {
        return failed();
    }
    for (const auto& [name, data] : files) {
        const std::unique_ptr<archive_entry, EndEntry> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(data.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        if (archive_write_header(writing.get(), entry.get()) != ARCHIVE_OK ||
            archive_write_data(writing.get(), data.data(), data.size()) < 0) {
            return failed();
        }
    }
    if (archive_write_close(writing.get()) != ARCHIVE_OK) return failed();
    out.resize(used);
    return out;
}

}  // namespace lexi::transfer
