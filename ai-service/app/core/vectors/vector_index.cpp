#include "core/vectors/vector_index.hpp"

namespace lexi::core {

bool matches(const VectorPayload& payload, const VectorFilter& filter) {
    return (!filter.user || *filter.user == payload.user) &&
           (!filter.kind || *filter.kind == payload.kind) &&
           (!filter.level || *filter.level == payload.level) &&
           (!filter.language || *filter.language == payload.language);
}

}  // namespace lexi::core
