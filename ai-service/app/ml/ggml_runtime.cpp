#include "ml/ggml_runtime.hpp"

#include <ggml-backend.h>

#include <mutex>

namespace lexi::ml {

void start_ggml() {
    static std::once_flag once;
    std::call_once(once, [] {
        if (ggml_backend_dev_count() == 0) ggml_backend_load_all();
    });
}

}  // namespace lexi::ml
