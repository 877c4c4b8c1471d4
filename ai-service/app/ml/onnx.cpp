#include "ml/onnx.hpp"

#include <dlfcn.h>

#include <iostream>
#include <stdexcept>
#include <streambuf>

namespace lexi::ml {
namespace {

// Debian's library registers its operators twice while it is loaded and says so on std::cerr, five
// thousand lines of it. It is harmless, but would bury what a program has to say; so it is opened
// here, with that stream closed, instead of at the start of every program that links it.
void open_library() {
    struct Nowhere : std::streambuf {
        int overflow(int c) override { return c; }
    } nowhere;
    auto* before = std::cerr.rdbuf(&nowhere);
    void* library = ::dlopen(LEXI_ONNX_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    std::cerr.rdbuf(before);
    void* entry = library == nullptr ? nullptr : ::dlsym(library, "OrtGetApiBase");
    if (entry == nullptr) throw std::runtime_error("ONNX Runtime is not installed");
    const auto* base = reinterpret_cast<decltype(&OrtGetApiBase)>(entry)();
    const auto* api = base->GetApi(ORT_API_VERSION);
    if (api == nullptr) throw std::runtime_error("ONNX Runtime is of another version");
    Ort::InitApi(api);
}

Ort::Env make_env() {
    open_library();
    return Ort::Env(ORT_LOGGING_LEVEL_ERROR, "lexi");
}

}  // namespace

Ort::Env& onnx_env() {
    static Ort::Env env = make_env();
    return env;
}

Ort::Session onnx_session(const std::string& path, int threads) {
    auto& env = onnx_env();
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(threads);
    options.SetInterOpNumThreads(1);
    // Waiting threads sleep instead of spinning on cores that other engines need.
    options.AddConfigEntry("session.intra_op.allow_spinning", "0");
    return Ort::Session(env, path.c_str(), options);
}

}  // namespace lexi::ml
