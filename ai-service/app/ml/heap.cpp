#include "ml/heap.hpp"

#include <malloc.h>

namespace lexi::ml {

void settle_heap() {
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 1 << 20);  // without it glibc raises its own to 32 MiB
}

void give_back_memory() { malloc_trim(0); }

std::mutex& loading_mutex() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace lexi::ml
