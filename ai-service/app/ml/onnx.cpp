#include "ml/onnx.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#include <streambuf>

namespace lexi::ml {
namespace {

// Debian's library registers its operators a second time when the first model is opened, and says
// so on std::cerr, a thousand lines of it. It is harmless, but would bury what a program has to
// say.
class ClosedCerr {
public:
    ClosedCerr() : before_(std::cerr.rdbuf(&nowhere_)) {}
    ~ClosedCerr() { std::cerr.rdbuf(before_); }
    ClosedCerr(const ClosedCerr&) = delete;
    ClosedCerr& operator=(const ClosedCerr&) = delete;

private:
    struct Nowhere : std::streambuf {
        int overflow(int c) override { return c; }
    };
    Nowhere nowhere_;
    std::streambuf* before_;
};

Ort::SessionOptions session_options(int threads) {
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(threads);
    options.SetInterOpNumThreads(1);
    // Waiting threads sleep instead of spinning on cores that other engines need.
    options.AddConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
}

// Two sessions are never opened at once: their guards could give std::cerr back in the wrong order.
std::mutex& opening() {
    static std::mutex mutex;
    return mutex;
}

// A field of bytes in Protocol Buffers' encoding. `number` is below 16, `bytes` shorter than 128.
std::string field(int number, std::string_view bytes) {
    std::string encoded{static_cast<char>(number << 3 | 2), static_cast<char>(bytes.size())};
    return encoded.append(bytes);
}

}  // namespace

Ort::Env& onnx_env() {
    static Ort::Env env(ORT_LOGGING_LEVEL_ERROR, "lexi");
    return env;
}

Ort::Session onnx_session(const std::string& path, int threads,
                          const std::vector<std::string>& names,
                          const std::vector<Ort::Value>& values) {
    auto options = session_options(threads);
    if (!names.empty()) options.AddExternalInitializers(names, values);
    const std::scoped_lock lock(opening());
    auto& env = onnx_env();
    const ClosedCerr quiet;
    return Ort::Session(env, path.c_str(), options);
}

Ort::Session onnx_session_telling(const std::string& path, int threads, std::string_view tensor) {
    std::ifstream file(path, std::ios::binary);
    std::string model{std::istreambuf_iterator<char>(file), {}};
    // Protocol Buffers merge a message with the one behind it: ModelProto.graph (7) gets one more
    // GraphProto.output (12), a ValueInfoProto with a name (1).
    model += field(7, field(12, field(1, tensor)));
    const std::scoped_lock lock(opening());
    auto& env = onnx_env();
    const ClosedCerr quiet;
    return Ort::Session(env, model.data(), model.size(), session_options(threads));
}

}  // namespace lexi::ml
