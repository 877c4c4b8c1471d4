#include "ml/grammar/checker.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <mutex>

#include "ml/grammar/harper.hpp"
#include "ml/grammar/likely.hpp"
#include "ml/grammar/lints.hpp"
#include "ml/grammar/matches.hpp"
#include "ml/grammar/rewrite.hpp"
#include "ml/grammar/scorer.hpp"
#include "ml/grammar/spelling.hpp"
#include "ml/loader.hpp"
#include "ml/model_file.hpp"
#include "ml/pool.hpp"

namespace lexi::ml::grammar {
namespace {

struct Parts {
    Pool<Harper> harpers;
    std::unique_ptr<Scorer> scorer;  // null: there is none
    std::mutex scorer_mutex;
};

Loader<Parts>::Loaded load(const GrammarConfig& config) {
    auto parts = std::make_shared<Parts>();
    for (std::uint32_t i = 0; i < config.checkers; ++i) {
        auto harper = Harper::load(kLintsOff);
        if (!harper) return std::unexpected("Harper could not be started");
        parts->harpers.put(std::move(harper));
    }
    const auto model =
        config.scorer_path.empty() ? std::nullopt : find_model(config.scorer_path, ".gguf");
    if (!model) return parts;
    const auto threads = config.threads == 0 ? 1 : config.threads;
    auto scorer = Scorer::load(model->string(), threads);
    if (!scorer) log::warn("grammar.scorer", {{"reason", scorer.error()}});
    if (scorer) parts->scorer = std::move(*scorer);
    return parts;
}

std::vector<Match> spelling(std::string_view text, const std::vector<Token>& tokens, Parts& parts,
                            std::size_t scored) {
    auto found = misspellings(tokens);
    for (auto& one : found) one.in_context = parts.scorer != nullptr && scored > 0;
    if (parts.scorer && scored > 0) {
        const std::scoped_lock lock(parts.scorer_mutex);
        order_by_context(text, found, scored, *parts.scorer);
    }
    std::vector<Match> matches;
    for (const auto& one : found) matches.push_back(as_match(one));
    return matches;
}

std::vector<Match> rewritten(std::string_view text, std::string_view rewrite,
                             std::vector<Match>& own, Parts& parts) {
    auto edits = rewrite_edits(text, rewrite);
    if (parts.scorer) {
        const std::scoped_lock lock(parts.scorer_mutex);
        if (!edits.empty() || text == rewrite) doubt_alone(text, own, edits, *parts.scorer);
        keep_likely(text, edits, *parts.scorer);
    } else {
        for (auto& edit : edits) edit.severity = Severity::suggestion;
    }
    return edits;
}

// What our own rules and the dictionary say.
std::vector<Match> own_findings(std::string_view text, const std::vector<Token>& tokens,
                                Parts& parts, std::size_t scored) {
    std::vector<Match> matches;
    for (const auto& sentence : sentences(tokens)) {
        std::ranges::move(rule_matches(text, sentence), std::back_inserter(matches));
    }
    std::ranges::move(spelling(text, tokens, parts, scored), std::back_inserter(matches));
    return matches;
}

std::vector<Match> findings_of(std::string_view text, std::vector<Lint> lints) {
    std::ranges::stable_sort(lints, {}, &Lint::priority);
    std::vector<Match> matches;
    for (const auto& lint : lints) {
        const Span span{.offset = lint.begin, .length = lint.end - lint.begin};
        if (auto match = as_match(lint, text.substr(span.offset, span.length))) {
            match->bytes = span;
            matches.push_back(std::move(*match));
        }
    }
    return matches;
}

// Harper's linters and ours take about as long, so they run side by side. Ours come first: what
// they say is made for this learner.
std::vector<Match> findings(std::string_view text, const std::vector<Token>& tokens, Harper& harper,
                            Parts& parts, const CheckOptions& options) {
    auto lints = std::async(std::launch::async, [&harper] { return harper.lints(); });
    auto matches = own_findings(text, tokens, parts, options.scored_spellings);
    std::ranges::move(findings_of(text, lints.get()), std::back_inserter(matches));
    std::ranges::stable_sort(matches, {}, &Match::severity);
    if (options.rewrite.empty()) return matches;
    auto edits = rewritten(text, options.rewrite, matches, parts);
    return merged(std::move(edits), std::move(matches));
}

class HarperGrammar final : public Grammar {
public:
    explicit HarperGrammar(GrammarConfig config)
        : loader_(
              "grammar", [config] { return load(config); }, [] { return std::string(); },
              config.retry_seconds) {}

    Result<Report> check(std::string_view text, const CheckOptions& options) override {
        if (text.size() > kMaxBytes) {
            return fail(Fault::too_large, "The text is too long to be checked at once.");
        }
        const auto parts = loader_.get("The grammar engine");
        if (!parts) return std::unexpected(parts.error());
        ++calls_;
        const auto began = std::chrono::steady_clock::now();
        const auto harper = (*parts)->harpers.borrow();
        const auto tokens = harper->read(text);
        if (tokens.empty() && !text.empty()) ++failed_;
        auto matches = findings(text, tokens, *harper, **parts, options);
        if (!options.suggestions) {
            std::erase_if(matches, [](const Match& m) { return m.severity != Severity::error; });
        }
        auto made = report(text, std::move(matches));
        matches_ += made.matches.size();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - began;
        busy_ms_ += static_cast<std::uint64_t>(took.count());
        return made;
    }

    EngineStatus status() const override {
        EngineStatus status{.name = "harper",
                            .counters = {{"calls", calls_},
                                         {"failed", failed_},
                                         {"matches", matches_},
                                         {"busy_ms", busy_ms_}}};
        loader_.describe(status);
        return status;
    }

    void stop() override { loader_.stop(); }

private:
    std::atomic<std::uint64_t> calls_ = 0, failed_ = 0, matches_ = 0, busy_ms_ = 0;
    Loader<Parts> loader_;
};

}  // namespace

std::unique_ptr<Grammar> make_grammar(GrammarConfig config) {
    return std::make_unique<HarperGrammar>(config);
}

}  // namespace lexi::ml::grammar
