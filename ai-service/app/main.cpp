// The AI service: reads the configuration, builds its parts in order, mounts the slices, runs.
#include <CLI/CLI.hpp>
#include <iostream>

#include "analysis/routes.hpp"
#include "chat/routes.hpp"
#include "core/config.hpp"
#include "core/indexes.hpp"
#include "core/language_models.hpp"
#include "core/mongo.hpp"
#include "core/revocation.hpp"
#include "core/sweeper.hpp"
#include "core/vectors/hnsw_index.hpp"
#include "core/vectors/qdrant_index.hpp"
#include "core/vectors/vector_store.hpp"
#include "erase/routes.hpp"
#include "generation/routes.hpp"
#include "health/routes.hpp"
#include "kit/log.hpp"
#include "kit/server.hpp"
#include "ml/embeddings/embedder.hpp"
#include "ml/grammar/checker.hpp"
#include "ml/heap.hpp"
#include "ml/phones/aligner.hpp"
#include "ml/piper/tts.hpp"
#include "ml/vad/vad.hpp"
#include "ml/whisper/stt.hpp"
#include "openai/audio.hpp"
#include "openai/routes.hpp"
#include "pronunciation/routes.hpp"
#include "roleplay/scenario.hpp"
#include "speech/live.hpp"
#include "speech/routes.hpp"
#include "suggestions/routes.hpp"

namespace {

using namespace lexi;

constexpr std::chrono::minutes kSweepEvery{5};
constexpr std::chrono::seconds kLongestAnswer{
    300};  // that is not streamed: its connection is quiet
constexpr std::size_t kDecodeWorkers = 2;
constexpr std::size_t kSpeechWorkers = 2;
constexpr std::size_t kTextWorkers = 2;
constexpr std::size_t kQueuedTexts = 64;
constexpr std::size_t kQueue = 16;  // waiting recordings; more are refused at once

struct Engines {
    std::unique_ptr<ml::LlmRouter> llm;
    std::unique_ptr<ml::SpeechToText> stt;
    std::unique_ptr<ml::TextToSpeech> tts;
    std::unique_ptr<ml::PhoneAligner> aligner;
    std::unique_ptr<ml::VoiceDetector> voice;
    std::unique_ptr<ml::Embedder> embedder;
    std::unique_ptr<ml::grammar::Grammar> grammar;

    explicit Engines(const core::Config& c)
        : llm(core::language_models(c)),
          stt(ml::make_whisper({.model_path = c.whisper_model_path,
                                .fallback_path = "",
                                .vad_path = c.silero_path,
                                .threads = c.model_threads,
                                .gpu = c.gpu})),
          tts(ml::make_piper(
              {.english_path = c.piper_english_path, .vietnamese_path = c.piper_vietnamese_path})),
          aligner(ml::make_phone_judge(
              {.encoder_path = c.phone_model_dir + "/phone-encoder-int8.onnx",
               .weights_path = c.phone_weights_path,
               .head_path = c.phone_model_dir + "/phone-head.onnx",
               .scorer_path = c.phone_model_dir + "/pronunciation-scorer.onnx",
               .dictionary_path =
                   c.pocketsphinx_path.empty() ? "" : c.pocketsphinx_path + "/cmudict-en-us.dict",
               .other_model_path = c.hubert_model_path,
               .fallback = {.model_dir = c.pocketsphinx_path}})),
          voice(ml::make_voice_detector(c.silero_path)),
          embedder(ml::make_minilm({.model_path = c.embedding_model_path,
                                    .vocabulary_path = c.embedding_vocabulary_path})),
          grammar(ml::grammar::make_grammar({.checkers = kTextWorkers,
                                             .scorer_path = c.grammar_model_path,
                                             .threads = c.model_threads})) {}

    std::vector<const ml::Engine*> all() const {
        auto found = llm->all();
        for (const ml::Engine* engine : std::initializer_list<const ml::Engine*>{
                 stt.get(), tts.get(), aligner.get(), embedder.get(), grammar.get()}) {
            found.push_back(engine);
        }
        return found;
    }
    void stop() const {
        llm->stop();
        stt->stop();
        tts->stop();
        aligner->stop();
        embedder->stop();
        grammar->stop();
    }
};

// Indexes are made as soon as the store answers, and never hold up the start.
std::jthread index_maker(core::Mongo& mongo, const std::vector<core::IndexFile>& indexes) {
    return std::jthread([&mongo, &indexes](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const auto made = mongo.run_here(
                [&indexes](core::Connection& db) { return core::make_indexes(db, indexes); });
            if (made) return log::info("indexes.ready", {{"count", indexes.size()}});
            for (int i = 0; i < 20 && !stop.stop_requested(); ++i) {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
        }
    });
}

std::unique_ptr<core::VectorIndex> vector_index(const core::Config& c) {
    if (c.qdrant) {
        return core::make_qdrant_index({.url = c.qdrant_url, .collection = c.qdrant_collection});
    }
    return core::make_hnsw_index({.folder = c.vector_dir});
}

// The index is put right by MongoDB once; from then on it is brought to the disk in each pass.
core::SweepPass vector_pass(core::VectorStore& vectors) {
    auto reconciled = std::make_shared<bool>(false);
    return {.name = "vectors", .run = [&vectors, reconciled](core::Connection& db, Instant) {
                if (*reconciled) {
                    (void)vectors.index().flush();
                    return std::uint64_t{0};
                }
                const auto mended = vectors.reconcile(db);
                *reconciled = mended.has_value();
                return mended ? mended->added + mended->removed : 0;
            }};
}

Task<std::optional<std::string>> mongo_trouble(core::Mongo* mongo) {
    auto away = co_await offload(mongo->workers(), [mongo] { return mongo->ping(); });
    if (!away) co_return away.error().say;
    co_return *away;
}

int serve(const core::Config& config) {
    const core::MongoDriver driver;
    core::Mongo mongo(config.mongodb_url, config.mongodb_database, config.mongodb_threads, 2);
    const auto indexes = core::read_indexes(config.index_dir);
    const auto scenarios = roleplay::read_scenarios(config.scenario_dir);
    const auto making = index_maker(mongo, indexes);
    core::Revocation revocation(config.redis_url);
    const core::AudioStore audio(config.audio_dir, config.api_prefix, config.audio_retention_days);
    const auto index = vector_index(config);
    core::VectorStore vectors(*index);
    const core::Sweeper sweeper(
        mongo, audio, kSweepEvery,
        {{.name = "generated",
          .run = [&vectors](core::Connection& db,
                            Instant now) { return generation::sweep_generated(db, vectors, now); }},
         vector_pass(vectors)});
    const Engines engines(config);
    WorkerPool decoding("decode", kDecodeWorkers, kQueue);
    WorkerPool inference("speech", kSpeechWorkers, kQueue);
    WorkerPool texts("text", kTextWorkers, kQueuedTexts);

    chat::ChatService chat({.llm = *engines.llm,
                            .grammar = *engines.grammar,
                            .workers = texts,
                            .mongo = mongo,
                            .max_tokens = config.max_tokens,
                            .temperature = config.temperature,
                            .corrections = config.corrections,
                            .scenarios = scenarios});
    speech::SpeechService speech({.stt = *engines.stt,
                                  .tts = *engines.tts,
                                  .mongo = mongo,
                                  .store = audio,
                                  .decoding = decoding,
                                  .inference = inference,
                                  .max_audio_bytes = config.max_audio_bytes,
                                  .secret = config.secret_key});
    pronunciation::PronunciationService pronunciation({.stt = *engines.stt,
                                                       .aligner = *engines.aligner,
                                                       .voice = *engines.voice,
                                                       .mongo = mongo,
                                                       .store = audio,
                                                       .decoding = decoding,
                                                       .inference = inference,
                                                       .max_audio_bytes = config.max_audio_bytes});

    generation::GenerationService generation({.lexicon = core::Lexicon::built_in(),
                                              .llm = *engines.llm,
                                              .grammar = *engines.grammar,
                                              .embedder = *engines.embedder,
                                              .vectors = vectors,
                                              .mongo = mongo,
                                              .workers = inference});

    analysis::AnalysisService analysis({.grammar = *engines.grammar,
                                        .llm = *engines.llm,
                                        .lexicon = core::Lexicon::built_in(),
                                        .embedder = *engines.embedder,
                                        .mongo = mongo,
                                        .workers = texts});
    suggestions::SuggestionService suggestions(mongo, core::Lexicon::built_in());

    http::Router router(config.app_name, "0.1.0", config.api_prefix);
    chat::mount_chat(router, chat);
    speech::mount_speech(router, speech);
    speech::mount_live(router, {.stt = *engines.stt, .inference = inference});
    pronunciation::mount_pronunciation(router, pronunciation);
    generation::mount_generation(router, generation);
    suggestions::mount_suggestions(router, suggestions);
    openai::mount_openai(
        router,
        {.llm = *engines.llm, .max_tokens = config.max_tokens, .temperature = config.temperature});
    openai::mount_openai_audio(router, {.stt = *engines.stt,
                                        .tts = *engines.tts,
                                        .decoding = decoding,
                                        .inference = inference,
                                        .max_audio_bytes = config.max_audio_bytes});
    analysis::mount_analysis(router, analysis);
    analysis::mount_languagetool(router, analysis);
    erase::mount_erase(router, {.mongo = mongo, .store = audio});
    health::mount_health(router, engines.all(), mongo);
    router.add_ready_check("mongodb", [&mongo] { return mongo_trouble(&mongo); });

    return http::serve(
        router,
        {.port = config.port,
         .threads = config.http_threads,
         .max_body_bytes = config.max_audio_bytes + (std::size_t{64} << 10),  // and its form
         .scratch_dir = "/tmp/lexi-ai-upload-" + std::to_string(config.port),
         .allowed_origins = config.allowed_origins,
         .secret = config.secret_key,
         .limits = {.standard = config.rate_standard, .sign_in = 0, .chat = config.rate_chat},
         .trust_proxy = config.trust_proxy,
         .idle = kLongestAnswer,
         .is_revoked = [&revocation](jwt::Claims c) { return revocation.is_revoked(std::move(c)); },
         .on_start = {},
         .on_stop = [&engines] { engines.stop(); }});
}

}  // namespace

int main(int argc, char** argv) {
    ml::settle_heap();
    CLI::App cli{"LexiLingo's AI service"};
    cli.add_subcommand("serve", "answer requests (the default)");
    cli.require_subcommand(0, 1);
    CLI11_PARSE(cli, argc, argv);
    std::vector<std::string> mistakes;
    const auto env = read_env(".env", mistakes);
    const auto config = core::load_config(env);
    if (!config) mistakes.insert(mistakes.end(), config.error().begin(), config.error().end());
    for (const auto& mistake : mistakes) std::cerr << "configuration: " << mistake << '\n';
    if (!mistakes.empty()) return 2;
    log::setup("ai-service", config->log_level);
    try {
        return serve(*config);
    } catch (const std::exception& broken) {
        log::error("service.broken", {{"what", broken.what()}});
        return 1;
    }
}
