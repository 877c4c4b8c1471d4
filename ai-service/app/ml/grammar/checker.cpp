#include "ml/grammar/checker.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "ml/grammar/harper.hpp"
#include "ml/grammar/lints.hpp"
#include "ml/grammar/matches.hpp"
#include "ml/grammar/spelling.hpp"
#include "ml/loader.hpp"
#include "ml/pool.hpp"

namespace lexi::ml::grammar {
namespace {

using Checkers = Pool<Harper>;

Loader<Checkers>::Loaded load(std::uint32_t count) {
    auto pool = std::make_shared<Checkers>();
    for (std::uint32_t i = 0; i < count; ++i) {
        auto harper = Harper::load(kLintsOff);
        if (!harper) return std::unexpected("Harper could not be started");
        pool->put(std::move(harper));
    }
    return pool;
}

// Our own rules come first: what they say is made for this learner.
std::vector<Match> findings(std::string_view text, const Parsed& parsed) {
    std::vector<Match> matches;
    for (const auto& sentence : sentences(parsed.tokens)) {
        std::ranges::move(rule_matches(text, sentence), std::back_inserter(matches));
    }
    std::ranges::move(misspellings(text, parsed.tokens), std::back_inserter(matches));
    auto lints = parsed.lints;
    std::ranges::stable_sort(lints, {}, &Lint::priority);
    for (const auto& lint : lints) {
        const Span span{.offset = lint.begin, .length = lint.end - lint.begin};
        if (auto match = as_match(lint, text.substr(span.offset, span.length))) {
            match->bytes = span;
            matches.push_back(std::move(*match));
        }
    }
    std::ranges::stable_sort(matches, {}, &Match::severity);
    return matches;
}

class HarperGrammar final : public Grammar {
public:
    explicit HarperGrammar(GrammarConfig config)
        : loader_(
              "grammar", [count = config.checkers] { return load(count); },
              [] { return std::string(); }, config.retry_seconds) {}

    Result<Report> check(std::string_view text, const CheckOptions& options) override {
        if (text.size() > kMaxBytes) {
            return fail(Fault::too_large, "The text is too long to be checked at once.");
        }
        const auto pool = loader_.get("The grammar engine");
        if (!pool) return std::unexpected(pool.error());
        ++calls_;
        const auto began = std::chrono::steady_clock::now();
        Parsed parsed;
        {
            const auto harper = (*pool)->borrow();
            parsed = harper->check(text);
        }
        if (parsed.tokens.empty() && !text.empty()) ++failed_;
        auto matches = findings(text, parsed);
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
    Loader<Checkers> loader_;
};

}  // namespace

std::unique_ptr<Grammar> make_grammar(GrammarConfig config) {
    return std::make_unique<HarperGrammar>(config);
}

}  // namespace lexi::ml::grammar
