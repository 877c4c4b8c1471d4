#pragma once
#include "core/mongo.hpp"
#include "generation/cache.hpp"
#include "generation/schema.hpp"
#include "generation/topic.hpp"
#include "generation/workshop.hpp"
#include "kit/http.hpp"
#include "ml/grammar/checker.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::generation {

/// What the slice works with; all of it outlives the service.
struct GenerationParts {
    const core::Lexicon& lexicon;
    ml::Llm& llm;
    ml::grammar::Grammar& grammar;
    ml::Embedder& embedder;
    core::VectorStore& vectors;
    core::Mongo& mongo;
    WorkerPool& workers;
};

/// Any event loop; the work is done on the pools.
class GenerationService {
public:
    explicit GenerationService(GenerationParts parts)
        : parts_(parts),
          topics_(parts.lexicon, parts.embedder),
          cache_(parts.vectors, parts.embedder) {}

    /// `kind` and `count` serve where the body names none; an empty kind is one after the other.
    /// With a seed the cache is neither asked nor filled. A store that is away costs the cache
    /// only, a language model that is not there its sentences only.
    Task<Result<GeneratedView>> generate(GenerateBody body, std::string kind, std::int64_t count,
                                         http::Request request);
    /// Fault::not_found: nothing that LexiLingo teaches is about the topic.
    Task<Result<ExplanationView>> explain(ExplainBody body);

private:
    Task<Result<GeneratedView>> made(Order order, bool keep, http::Request request);
    Task<Sentences> written(Order order, http::Request request);
    GenerationParts parts_;
    Topics topics_;
    ContentCache cache_;
};

}  // namespace lexi::generation
