#include "core/vectors/atomic_file.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <format>
#include <fstream>
#include <memory>
#include <system_error>

#include "kit/log.hpp"

namespace lexi::core {
namespace fs = std::filesystem;
namespace {

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags)
        : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    const int fd_;
};

// The cause is for the log: a path is nothing for a client.
std::unexpected<Problem> refused(std::string_view step) {
    log::error("vectors.cannot_write",
               {{"step", std::string(step)}, {"what", std::generic_category().message(errno)}});
    return fail_busy("The vectors could not be saved.", 30);
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<void> write_whole(const fs::path& path, std::string_view bytes) {
    const fs::path part = path.string() + ".part";
    {
        const Descriptor file(part, O_WRONLY | O_CREAT | O_TRUNC);
        if (file.get() < 0 || !write_all(file.get(), bytes) || ::fsync(file.get()) != 0) {
            auto problem = refused("write");
            ::unlink(part.c_str());
            return problem;
        }
    }
    if (::rename(part.c_str(), path.c_str()) != 0) return refused("rename");
    return settle(path.parent_path());  // the new name is the folder's to keep
}

Result<void> settle(const fs::path& path) {
    const Descriptor file(path, O_RDONLY);
    if (file.get() < 0 || ::fsync(file.get()) != 0) return refused("sync");
    return {};
}

std::string file_digest(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> sum(EVP_MD_CTX_new(),
                                                                      &EVP_MD_CTX_free);
    if (!file || !sum || EVP_DigestInit_ex(sum.get(), EVP_sha256(), nullptr) != 1) return "";
    std::string block(std::size_t{1} << 20, '\0');
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) ||
           file.gcount() > 0) {
        EVP_DigestUpdate(sum.get(), block.data(), static_cast<std::size_t>(file.gcount()));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(sum.get(), digest.data(), &size);
    std::string hex;
    for (unsigned i = 0; i < size; ++i) hex += std::format("{:02x}", digest[i]);
    return hex;
}

}  // namespace lexi::core
