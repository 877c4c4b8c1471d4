#pragma once
// One ONNX Runtime environment a process, and sessions that do not spread over all cores.
#include <onnxruntime_cxx_api.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

Ort::Env& onnx_env();

/// Blocks; throws Ort::Exception when the file is no model. Run() on it is safe from any thread.
/// A graph that was saved without its weights gets them here: `values` under `names` stand for its
/// external initializers of those names, and those that it does not have are left out.
Ort::Session onnx_session(const std::string& path, int threads,
                          const std::vector<std::string>& names = {},
                          const std::vector<Ort::Value>& values = {});

/// The same for a model that is also to tell `tensor`, a value of its graph that its file does not
/// list as an output. Reads the whole file into memory for the while. Throws when there is none of
/// that name.
Ort::Session onnx_session_telling(const std::string& path, int threads, std::string_view tensor);

template <class T>
Ort::Value tensor(std::vector<T>& data, const std::vector<std::int64_t>& shape) {
    static const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    return Ort::Value::CreateTensor<T>(memory, data.data(), data.size(), shape.data(),
                                       shape.size());
}

}  // namespace lexi::ml
