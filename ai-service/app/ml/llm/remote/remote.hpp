#pragma once
// Any server that speaks OpenAI's chat completions (vLLM, llama-server, this service itself).
#include <memory>
#include <string>
#include <vector>

#include "ml/llm/llm.hpp"

namespace lexi::ml {

struct RemoteConfig {
    std::vector<std::string> urls;  // each up to its /v1, as http://10.0.0.7:8000/v1
    std::string model;              // empty: the first that the endpoint lists
    std::string key;                // bearer; empty: none
    std::uint32_t context_tokens = 8192;
    std::uint32_t parallel = 8;  // jobs under way at once
    std::uint32_t queue_limit = 32;
    std::uint32_t retries = 2;  // of a job that has shown no text yet
    double connect_seconds = 2;
    double idle_seconds = 20;    // without a piece of text
    double total_seconds = 180;  // of a try
    double probe_seconds = 5;    // of an endpoint that does not answer
};

/// Returns at once. One thread does all the transfers and calls the callbacks; a slow or dead
/// endpoint keeps nobody else waiting. Jobs go to the endpoint with the fewest under way; one that
/// fails three times in a row gets none until it answers GET /models again. A job that has shown
/// nothing yet is tried again elsewhere; one that has ends with "error" and what it has shown.
///
/// `context_tokens`, `count_tokens` and the refusal of what is too long rest on an estimate. A
/// schema is the server's to keep; text that is no JSON at its end is an "error". Refuses grammars.
/// Counters: jobs_submitted, jobs_done, jobs_cancelled, jobs_failed, jobs_refused, jobs_retried,
/// queue_depth, under_way, endpoints, endpoints_open (circuit breakers), tokens_generated.
std::unique_ptr<Llm> make_remote(RemoteConfig config);

}  // namespace lexi::ml
