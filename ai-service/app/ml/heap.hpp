#pragma once
// glibc's allocator, set for a process that loads a gigabyte of models on six threads and then
// answers requests on a few. As it comes, each of those threads gets heaps of its own, and what a
// load needed only while it read stays in them: 700 MiB of a service of 2.3 GiB.
#include <mutex>

namespace lexi::ml {

/// Once, before the first thread: few heaps, and large blocks always of their own, so that freeing
/// them gives them back.
void settle_heap();

/// Gives back what is free in all heaps (a few milliseconds).
void give_back_memory();

/// Held while a model loads: what loads need only while they read then adds up for none.
std::mutex& loading_mutex();

}  // namespace lexi::ml
