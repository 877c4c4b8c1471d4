#pragma once
// What of the vocabulary and the lessons belongs to a topic that a learner wrote.
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.hpp"
#include "ml/embeddings/embedder.hpp"

namespace lexi::generation {

struct TopicWords {
    std::vector<const core::Word*> words;  // at the level or below, in the vocabulary's order
    std::string matched;  // words: by spelling, meaning: by the nearest themes, level: by none
};

/// Thread-safe. Blocks: the first call that needs meanings embeds the themes (some 0.3 s).
class Topics {
public:
    Topics(const core::Lexicon& lexicon, ml::Embedder& embedder)
        : lexicon_(lexicon), embedder_(embedder) {}

    /// At least `enough` words, whatever the topic.
    TopicWords words(std::string_view topic, core::Level level, std::size_t enough);
    /// The lesson that teaches what the topic names; nullptr: none.
    const core::Lesson* lesson(std::string_view topic, core::Level level) const;

private:
    std::vector<std::string> near_themes(std::string_view topic);
    const core::Lexicon& lexicon_;
    ml::Embedder& embedder_;
    std::mutex mutex_;
    std::vector<std::pair<std::string, ml::Embedding>> themes_;  // made once
};

}  // namespace lexi::generation
