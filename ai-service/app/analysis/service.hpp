#pragma once
#include "analysis/past_errors.hpp"
#include "analysis/schema.hpp"
#include "core/lexicon/lexicon.hpp"
#include "core/mongo.hpp"
#include "kit/http.hpp"
#include "ml/embeddings/embedder.hpp"
#include "ml/grammar/checker.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::analysis {

/// What the slice works with; all of it outlives the service.
struct AnalysisParts {
    ml::grammar::Grammar& grammar;
    ml::Llm& llm;
    const core::Lexicon& lexicon;
    ml::Embedder& embedder;
    core::Mongo& mongo;
    WorkerPool& workers;
};

/// Any event loop; texts are checked on the workers.
class AnalysisService {
public:
    explicit AnalysisService(AnalysisParts parts) : parts_(parts) {}

    /// Matches, level, readability and words. What was wrong is kept for the learner's suggestions;
    /// a store that is away costs only that.
    Task<Result<TextView>> text(http::Request request, TextBody body);
    /// The gravest error of the text, or none, and what the learner got wrong in the same way
    /// before; a store that is away costs only the latter.
    Task<Result<ErrorView>> error(http::Request request, ErrorBody body);
    /// Matches alone.
    Task<Result<ml::grammar::Report>> check(std::string text, ml::grammar::CheckOptions options);

private:
    Task<std::vector<PastErrorView>> similar(Uuid user, ErrorKind asked);
    Task<Result<std::string>> rewritten(std::string text, http::Request request);
    AnalysisParts parts_;
};

}  // namespace lexi::analysis
