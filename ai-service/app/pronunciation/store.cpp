#include "pronunciation/store.hpp"

namespace lexi::pronunciation {
namespace filters {  // named: glaze does not reflect types of an anonymous namespace

struct From {
    core::StoredTime gte;
    struct glaze {
        static constexpr auto value = glz::object("$gte", &From::gte);
    };
};
struct OwnedSince {
    std::string userId;
    From createdAt;
};

}  // namespace filters

namespace {

constexpr const char* kCollection = "pronunciation_analyses";
const std::vector<std::pair<std::string, std::int32_t>> kNewestFirst{{"createdAt", -1},
                                                                     {"_id", -1}};

}  // namespace

void insert_analysis(core::Connection& db, const AnalysisDocument& document) {
    db[kCollection].insert(document);
}

std::vector<AnalysisDocument> newest_analyses(core::Connection& db, const Uuid& user,
                                              std::int64_t skip, std::int64_t limit) {
    return db[kCollection].find<AnalysisDocument>(
        core::OfUser{user.str()}, {.sort = kNewestFirst, .skip = skip, .limit = limit});
}

std::int64_t count_analyses(core::Connection& db, const Uuid& user) {
    return db[kCollection].count(core::OfUser{user.str()});
}

std::vector<AnalysisDocument> analyses_since(core::Connection& db, const Uuid& user, Instant since,
                                             std::int64_t limit) {
    return db[kCollection].find<AnalysisDocument>(
        filters::OwnedSince{.userId = user.str(), .createdAt = {core::stored(since)}},
        {.sort = kNewestFirst, .limit = limit});
}

AnalysisDocument to_document(const ResultView& view, const Uuid& user, Instant now) {
    const auto& analysis = view.analysis;
    return {._id = core::new_object_id(),
            .userId = user.str(),
            .audioUrl = view.audio_url,
            .transcript = view.transcript,
            .targetText = view.target_text,
            .analysis = {.overallScore = analysis.overall_score,
                         .fluencyScore = analysis.fluency_score,
                         .pronunciationScore = analysis.pronunciation_score,
                         .completenessScore = analysis.completeness_score,
                         .prosodyScore = analysis.prosody_score,
                         .phonemeScores = analysis.phoneme_scores,
                         .commonErrors = analysis.common_errors,
                         .improvements = analysis.improvements,
                         .improvementsVi = analysis.improvements_vi,
                         .prosody = analysis.prosody,
                         .words = analysis.words},
            .createdAt = core::stored(now),
            .processingTime = view.processing_time,
            .audioId = view.audio_id,
            .audioQuality = view.audio_quality,
            .scorerVersion = view.scorer_version,
            .confidence = view.confidence,
            .unscripted = view.unscripted};
}

ResultView to_view(AnalysisDocument document) {
    auto& analysis = document.analysis;
    return {.id = core::to_hex(document._id),
            .audio_id = std::move(document.audioId),
            .audio_url = std::move(document.audioUrl),
            .target_text = std::move(document.targetText),
            .unscripted = document.unscripted,
            .transcript = std::move(document.transcript),
            .analysis = {.overall_score = analysis.overallScore,
                         .fluency_score = analysis.fluencyScore,
                         .pronunciation_score = analysis.pronunciationScore,
                         .completeness_score = analysis.completenessScore,
                         .prosody_score = analysis.prosodyScore,
                         .prosody = std::move(analysis.prosody),
                         .words = std::move(analysis.words),
                         .phoneme_scores = std::move(analysis.phonemeScores),
                         .common_errors = std::move(analysis.commonErrors),
                         .improvements = std::move(analysis.improvements),
                         .improvements_vi = std::move(analysis.improvementsVi)},
            .audio_quality = std::move(document.audioQuality),
            .scorer_version = std::move(document.scorerVersion),
            .confidence = document.confidence,
            .processing_time = document.processingTime,
            .created_at = to_rfc3339(core::loaded(document.createdAt))};
}

}  // namespace lexi::pronunciation
