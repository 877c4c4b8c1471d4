#pragma once
// OpenAI's replies as JSON text. Pure.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kit/result.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::openai {

/// What every part of one completion repeats.
struct Heading {
    std::string id;
    std::int64_t created = 0;  // seconds since 1970
    std::string model;
    bool with_usage = false;  // of a stream: each chunk says `usage`, null in all but the last
};

std::string completion(const Heading& heading, const ml::LlmOutcome& outcome, bool logprobs);

std::string first_chunk(const Heading& heading);
std::string text_chunk(const Heading& heading, std::string_view text,
                       const std::vector<ml::TokenLogprob>& logprobs);
std::string last_chunk(const Heading& heading, const std::string& finish_reason);
std::string usage_chunk(const Heading& heading, const ml::LlmUsage& usage);

std::string model_list(const std::vector<std::string>& names, std::int64_t created);

/// {"error": {message, type, param, code}}
std::string error(const Problem& problem);
int error_status(const Problem& problem);

}  // namespace lexi::openai
