#pragma once
#include "core/lexicon/lexicon.hpp"
#include "core/mongo.hpp"
#include "kit/http.hpp"
#include "suggestions/schema.hpp"

namespace lexi::suggestions {

/// Any event loop; the work is done on MongoDB's pool.
class SuggestionService {
public:
    SuggestionService(core::Mongo& mongo, const core::Lexicon& lexicon)
        : mongo_(mongo), lexicon_(lexicon) {}

    Task<Result<std::vector<SuggestionView>>> next(Uuid user, Filter filter, Instant now);

private:
    core::Mongo& mongo_;
    const core::Lexicon& lexicon_;
};

}  // namespace lexi::suggestions
