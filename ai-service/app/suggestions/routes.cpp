#include "suggestions/routes.hpp"

namespace lexi::suggestions {

void mount_suggestions(http::Router& router, SuggestionService& service) {
    router.get<std::vector<SuggestionView>, Filter>(
        "/ai/analyze/suggestions",
        {.summary = "What to work on next, with the evidence, a drill and the reason",
         .tag = "analysis",
         .description = "From the sounds of your stored pronunciation analyses. A mistake loses "
                        "half its weight in two "
                        "weeks; what has been right often lately is no longer named."},
        [&service](http::Request r, Filter f) { return service.next(r.who().id, f, r.at); });
}

}  // namespace lexi::suggestions
