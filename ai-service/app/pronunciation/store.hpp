#pragma once
#include "core/mongo.hpp"
#include "kit/ids.hpp"
#include "pronunciation/schema.hpp"

namespace lexi::pronunciation {

/// The specification's `analysis`; `words` and the texts in Vietnamese are ours.
struct StoredAnalysis {
    double overallScore = 0;
    double fluencyScore = 0;
    double pronunciationScore = 0;
    double completenessScore = 0;
    std::optional<double> prosodyScore;
    std::vector<PhonemeScore> phonemeScores;
    std::vector<std::string> commonErrors;
    std::vector<std::string> improvements;
    std::vector<std::string> improvementsVi;
    std::optional<ProsodyView> prosody;
    std::vector<WordView> words;
};

/// A document of `pronunciation_analyses`.
struct AnalysisDocument {
    core::ObjectId _id;
    std::string userId;
    std::string audioUrl;
    std::string transcript;
    std::string targetText;
    StoredAnalysis analysis;
    core::StoredTime createdAt;
    double processingTime = 0;  // seconds
    std::string audioId;
    QualityView audioQuality;
    std::string scorerVersion;
    double confidence = 0;
    bool unscripted = false;
};

/// All block: inside a job of Mongo::run.
void insert_analysis(core::Connection& db, const AnalysisDocument& document);
std::vector<AnalysisDocument> newest_analyses(core::Connection& db, const Uuid& user,
                                              std::int64_t skip, std::int64_t limit);
std::int64_t count_analyses(core::Connection& db, const Uuid& user);
/// The newest of those made at `since` or later.
std::vector<AnalysisDocument> analyses_since(core::Connection& db, const Uuid& user, Instant since,
                                             std::int64_t limit);

AnalysisDocument to_document(const ResultView& view, const Uuid& user, Instant now);
ResultView to_view(AnalysisDocument document);

}  // namespace lexi::pronunciation
