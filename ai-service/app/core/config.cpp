#include "core/config.hpp"

namespace lexi::core {
namespace {

void read_server(Config& config, const EnvReader& env) {
    config.app_name = env.text("APP_NAME", "LexiLingo AI Service");
    config.production =
        env.one_of("APP_ENV", "development", {"development", "test", "staging", "production"}) ==
        "production";
    config.api_prefix = env.text("API_V1_PREFIX", "/api/v1");
    config.debug = env.flag("DEBUG", true);
    config.port = static_cast<std::uint16_t>(env.integer("PORT", 8001, 1, 65535));
    config.log_level =
        env.one_of("LOG_LEVEL", "INFO", {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"});
    config.allowed_origins =
        env.list("ALLOWED_ORIGINS", "http://localhost:3000,http://localhost:8080");
    config.rate_standard =
        static_cast<std::uint32_t>(env.integer("RATE_LIMIT_PER_MINUTE", 120, 0, 1000000));
    config.rate_chat =
        static_cast<std::uint32_t>(env.integer("RATE_LIMIT_CHAT_PER_MINUTE", 30, 0, 1000000));
    config.trust_proxy = env.flag("TRUST_PROXY", false);
    config.http_threads = static_cast<std::uint32_t>(env.integer("HTTP_THREADS", 2, 1, 64));
}

void read_stores(Config& config, const EnvReader& env) {
    config.mongodb_url = env.text("MONGODB_URL", "mongodb://localhost:27017");
    config.mongodb_database = env.text("MONGODB_DATABASE", "lexilingo_ai");
    config.mongodb_threads =
        static_cast<std::uint32_t>(env.integer("MONGODB_POOL_SIZE", 8, 1, 256));
    config.index_dir = env.text("INDEX_DIR", "./indexes");
    config.scenario_dir = env.text("SCENARIO_DIR", "./scenarios");
    config.redis_url = env.text("REDIS_URL", "redis://localhost:6379/0");
    config.redis_cache_ttl_s =
        static_cast<std::uint32_t>(env.integer("REDIS_CACHE_TTL", 3600, 1, 31536000));
    config.qdrant = env.one_of("VECTOR_INDEX", "embedded", {"embedded", "qdrant"}) == "qdrant";
    config.vector_dir = env.text("VECTOR_DIR", "./vectors");
    config.qdrant_url = env.text("QDRANT_URL", "http://localhost:6333");
    config.qdrant_collection = env.text("QDRANT_COLLECTION", "embeddings");
    config.audio_dir = env.text("AUDIO_UPLOAD_DIR", "./uploads/audio");
    config.max_audio_bytes = static_cast<std::size_t>(env.integer("MAX_AUDIO_SIZE_MB", 10, 1, 100))
                             << 20;
    config.audio_retention_days =
        static_cast<std::uint32_t>(env.integer("AUDIO_RETENTION_DAYS", 7, 1, 3650));
}

void read_models(Config& config, const EnvReader& env) {
    config.qwen_model_path = env.text("QWEN_MODEL_PATH", "./models/qwen2.5-1.5b");
    config.llama_model_path = env.text("LLAMA_MODEL_PATH", "./models/llama3-8b-vi");
    config.grammar_model_path = env.text("GRAMMAR_MODEL_PATH", "./models/SmolLM2-135M");
    config.hubert_model_path = env.text("HUBERT_MODEL_PATH", "./models/hubert-base");
    config.whisper_model_path = env.text("WHISPER_MODEL_PATH", "./models/faster-whisper-base");
    config.piper_vietnamese_path = env.text("PIPER_MODEL_PATH", "./models/piper-vi");
    config.piper_english_path = env.text("PIPER_EN_MODEL_PATH", "./models/en_US-joe-medium.onnx");
    config.silero_path = env.text("SILERO_MODEL_PATH", "./models/silero_vad.onnx");
    config.phone_model_dir = env.text("PHONE_MODEL_DIR", "./phones");
    config.phone_weights_path = env.text("PHONE_WEIGHTS_PATH", "./models/ggml-base.bin");
    config.pocketsphinx_path = env.text("POCKETSPHINX_MODEL_PATH", "");
    config.embedding_model_path =
        env.text("EMBEDDING_MODEL_PATH", "./models/all-MiniLM-L6-v2-int8.onnx");
    config.embedding_vocabulary_path =
        env.text("EMBEDDING_VOCAB_PATH", "./models/all-MiniLM-L6-v2-vocab.txt");
    config.gpu = env.one_of("DEVICE", "cuda", {"cuda", "cpu"}) == "cuda";
    config.max_tokens = static_cast<std::uint32_t>(env.integer("MAX_TOKENS", 2048, 1, 131072));
    config.temperature = static_cast<float>(env.real("TEMPERATURE", 0.7, 0, 2));
    config.llm_slots = static_cast<std::uint32_t>(env.integer("BATCH_SIZE", 8, 1, 64));
    config.llm_context =
        static_cast<std::uint32_t>(env.integer("LLM_CONTEXT_TOKENS", 4096, 512, 131072));
    config.model_threads = static_cast<std::uint32_t>(env.integer("MODEL_THREADS", 0, 0, 256));
    config.corrections = env.one_of("CHAT_CORRECTIONS", "auto", {"auto", "on", "off"});
}

bool is_web_address(const std::string& url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

void read_remote(Config& config, const EnvReader& env, std::vector<std::string>& mistakes) {
    config.remote_urls = env.list("LLM_REMOTE_URLS", "");
    for (auto& url : config.remote_urls) {
        while (url.ends_with('/')) url.pop_back();
        if (!is_web_address(url)) {
            mistakes.emplace_back(
                "LLM_REMOTE_URLS must be addresses that begin with http:// or "
                "https://, each up to its /v1");
        }
    }
    config.remote_model = env.text("LLM_REMOTE_MODEL", "");
    config.remote_key = env.text("LLM_REMOTE_API_KEY", "");
    config.remote_tasks = env.list("LLM_REMOTE_TASKS", "chat,rewrite,explanation");
    for (const auto& task : config.remote_tasks) {
        if (task != "chat" && task != "rewrite" && task != "explanation") {
            mistakes.emplace_back("LLM_REMOTE_TASKS must be of: chat, rewrite, explanation");
        }
    }
    config.remote_context =
        static_cast<std::uint32_t>(env.integer("LLM_REMOTE_CONTEXT_TOKENS", 8192, 512, 1 << 20));
    config.remote_timeout_s =
        static_cast<std::uint32_t>(env.integer("LLM_REMOTE_TIMEOUT_SECONDS", 180, 1, 3600));
}

}  // namespace

std::expected<Config, std::vector<std::string>> load_config(const Env& env) {
    std::vector<std::string> mistakes;
    const EnvReader reader(env, mistakes);
    Config config;
    read_server(config, reader);
    read_stores(config, reader);
    read_models(config, reader);
    read_remote(config, reader, mistakes);
    config.secret_key = reader.required("SECRET_KEY");
    if (config.production && config.secret_key.size() < 32) {
        mistakes.emplace_back("SECRET_KEY must have at least 32 characters in production");
    }
    if (config.production && config.secret_key == "your-secret-key-here") {
        mistakes.emplace_back("SECRET_KEY is the example's; production needs its own");
    }
    if (!config.api_prefix.starts_with('/') || config.api_prefix.ends_with('/')) {
        mistakes.emplace_back("API_V1_PREFIX must begin with '/' and not end with one");
    }
    if (!config.mongodb_url.starts_with("mongodb://") &&
        !config.mongodb_url.starts_with("mongodb+srv://")) {
        mistakes.emplace_back("MONGODB_URL must begin with mongodb:// or mongodb+srv://");
    }
    if (!config.redis_url.starts_with("redis://")) {
        mistakes.emplace_back("REDIS_URL must begin with redis://");
    }
    if (!mistakes.empty()) return std::unexpected(mistakes);
    return config;
}

}  // namespace lexi::core
