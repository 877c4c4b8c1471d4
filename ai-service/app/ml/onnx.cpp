#include "ml/onnx.hpp"

#include <iostream>
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

}  // namespace

Ort::Env& onnx_env() {
    static Ort::Env env(ORT_LOGGING_LEVEL_ERROR, "lexi");
    return env;
}

Ort::Session onnx_session(const std::string& path, int threads,
                          const std::vector<std::string>& names,
                          const std::vector<Ort::Value>& values) {
    static std::mutex
        one_at_a_time;  // else two guards could give the stream back in the wrong order
    auto& env = onnx_env();
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(threads);
    options.SetInterOpNumThreads(1);
    // Waiting threads sleep instead of spinning on cores that other engines need.
    options.AddConfigEntry("session.intra_op.allow_spinning", "0");
    if (!names.empty()) options.AddExternalInitializers(names, values);
    const std::scoped_lock lock(one_at_a_time);
    const ClosedCerr quiet;
    return Ort::Session(env, path.c_str(), options);
}

}  // namespace lexi::ml
