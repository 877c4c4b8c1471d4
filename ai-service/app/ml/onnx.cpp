#include "ml/onnx.hpp"

namespace lexi::ml {

Ort::Env& onnx_env() {
    static Ort::Env env(ORT_LOGGING_LEVEL_ERROR, "lexi");
    return env;
}

Ort::Session onnx_session(const std::string& path, int threads) {
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(threads);
    options.SetInterOpNumThreads(1);
    // Waiting threads sleep instead of spinning on cores that other engines need.
    options.AddConfigEntry("session.intra_op.allow_spinning", "0");
    return Ort::Session(onnx_env(), path.c_str(), options);
}

}  // namespace lexi::ml
