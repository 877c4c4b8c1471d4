#pragma once
// The AI service's configuration: the specification's variables (section 7) with its defaults, and
// a few of our own below them. Read once, complete, or the process does not start.
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "kit/env.hpp"

namespace lexi::core {

struct Config {
    std::string app_name;
    bool production = false;
    std::string api_prefix;
    bool debug = false;
    std::uint16_t port = 0;

    std::string mongodb_url;
    std::string mongodb_database;
    std::uint32_t mongodb_threads = 0;
    std::string index_dir;     // the numbered files of MongoDB's indexes
    std::string scenario_dir;  // role-plays, as in content/scenarios

    std::string redis_url;
    std::uint32_t redis_cache_ttl_s = 0;

    std::string qwen_model_path;
    std::string llama_model_path;    // explains in Vietnamese; all, where QWEN_MODEL_PATH is none
    std::string grammar_model_path;  // the small one that decides between spellings and edits
    std::string hubert_model_path;
    std::string whisper_model_path;
    std::string piper_vietnamese_path;  // PIPER_MODEL_PATH
    std::string piper_english_path;
    std::string silero_path;
    std::string phone_model_dir;     // the graphs of ai-service/phones
    std::string phone_weights_path;  // ggml-base.bin: what the encoder's graph needs
    std::string pocketsphinx_path;   // empty: where Debian keeps its model
    std::string embedding_model_path;
    std::string embedding_vocabulary_path;
    bool gpu = false;  // DEVICE=cuda, and the build has it

    std::uint32_t max_tokens = 0;
    float temperature = 0;
    std::uint32_t llm_slots = 0;  // BATCH_SIZE: answers decoded side by side
    std::uint32_t llm_context = 0;
    std::uint32_t model_threads = 0;  // 0: the cores that are there
    std::string corrections;          // auto, on, off

    std::vector<std::string>
        remote_urls;  // LLM_REMOTE_URLS: OpenAI-compatible servers; empty: none
    std::string remote_model;
    std::string remote_key;
    std::vector<std::string> remote_tasks;  // of chat, rewrite, explanation
    std::uint32_t remote_context = 0;
    std::uint32_t remote_timeout_s = 0;

    bool qdrant = false;     // VECTOR_INDEX=qdrant; else in process
    std::string vector_dir;  // where the index in process is kept
    std::string qdrant_url;
    std::string qdrant_collection;

    std::string audio_dir;
    std::size_t max_audio_bytes = 0;
    std::uint32_t audio_retention_days = 0;

    std::string log_level;
    std::string secret_key;
    std::vector<std::string> allowed_origins;
    std::uint32_t rate_standard = 0;  // requests a minute and user; 0: no limit
    std::uint32_t rate_chat = 0;
    bool trust_proxy = false;
    std::uint32_t http_threads = 0;

    bool operator==(const Config&) const = default;
};

/// Every mistake at once.
std::expected<Config, std::vector<std::string>> load_config(const Env& env);

}  // namespace lexi::core
