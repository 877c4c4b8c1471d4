// The schedulers without a service, for comparison with other implementations of them:
//     scheduler-tool fsrs <histories >states     one JSON object a line; tests/backend/test_scheduler_oracle.py
//     scheduler-tool sm2 <histories >states
//     scheduler-tool fit reviews.csv             py-fsrs's export: card_id, rating, RFC 3339 time, milliseconds
#include <CLI/CLI.hpp>
#include <glaze/glaze.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <print>
#include <ranges>

#include "app/vocabulary/fsrs_optimizer.hpp"
#include "app/vocabulary/sm2.hpp"

namespace lexi::vocabulary {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;

struct FsrsHistory {
    Weights weights = kDefaultWeights;
    double retention = 0.9;
    std::vector<std::int64_t> learning_steps;    // seconds
    std::vector<std::int64_t> relearning_steps;  // seconds
    int max_interval = 36500;                    // days
    std::vector<int> ratings;
    std::vector<std::int64_t> times;  // microseconds since 1970
};

struct FsrsStates {
    std::vector<double> stability;
    std::vector<double> difficulty;
    std::vector<std::int64_t> due;
    std::vector<int> state;
};

struct Sm2History {
    std::vector<int> qualities;
};

struct Sm2States {
    std::vector<double> ease;
    std::vector<int> interval;
    std::vector<int> repetitions;
};

std::vector<seconds> steps_of(const std::vector<std::int64_t>& steps) {
    return {steps.begin(), steps.end()};
}

FsrsStates replayed(const FsrsHistory& history) {
    const Schedule schedule{.weights = history.weights,
                            .desired_retention = history.retention,
                            .learning_steps = steps_of(history.learning_steps),
                            .relearning_steps = steps_of(history.relearning_steps),
                            .max_interval_days = history.max_interval};
    FsrsStates states;
    Card card;
    for (const auto& [rating, time] : std::views::zip(history.ratings, history.times)) {
        card = review(schedule, card, static_cast<Rating>(rating), Instant(microseconds(time))).card;
        states.stability.push_back(card.memory->stability);
        states.difficulty.push_back(card.memory->difficulty);
        states.due.push_back(card.due.time_since_epoch().count());
        states.state.push_back(static_cast<int>(card.state));
    }
    return states;
}

Sm2States replayed(const Sm2History& history) {
    Sm2States states;
    Sm2 card;
    for (const int quality : history.qualities) {
        card = sm2_review(card, quality);
        states.ease.push_back(card.ease_factor);
        states.interval.push_back(card.interval_days);
        states.repetitions.push_back(card.repetitions);
    }
    return states;
}

template <class History>
int replay() {
    for (std::string line; std::getline(std::cin, line);) {
        History history;
        if (const auto error = glz::read_json(history, line)) {
            std::println(stderr, "{}", glz::format_error(error, line));
            return 1;
        }
        std::println("{}", glz::write_json(replayed(history)).value());
    }
    return 0;
}

std::optional<PastReview> review_of(const std::vector<std::string>& fields) {
    if (fields.size() != 4) return std::nullopt;
    const auto at = parse_rfc3339(fields[2]);
    if (!at || fields[1].size() != 1 || fields[1] < "1" || fields[1] > "4") return std::nullopt;
    PastReview review{.rating = static_cast<Rating>(fields[1][0] - '0'), .at = *at};
    if (!fields[3].empty()) review.time_spent_ms = std::atoi(fields[3].c_str());
    return review;
}

std::optional<Histories> read_reviews(const std::string& path) {
    std::ifstream file(path);
    std::map<std::int64_t, std::vector<PastReview>> cards;
    std::string line;
    std::getline(file, line);  // names
    while (std::getline(file, line)) {
        std::vector<std::string> fields;
        for (const auto part : std::views::split(line, ',')) {
            fields.emplace_back(part.begin(), part.end());
        }
        const auto review = review_of(fields);
        if (!review) {
            std::println(stderr, "not a review: {}", line);
            return std::nullopt;
        }
        cards[std::atoll(fields[0].c_str())].push_back(*review);
    }
    Histories histories;
    for (auto& [card, reviews] : cards) {
        std::ranges::stable_sort(reviews, {}, &PastReview::at);
        histories.push_back(std::move(reviews));
    }
    return histories;
}

int fit(const std::string& path) {
    const auto histories = read_reviews(path);
    if (!histories) return 1;
    const auto weights = fit_weights(*histories).value();
    const auto retention = best_retention(weights, *histories);
    std::println("weights {}", weights);
    std::println("answers {}, loss before {}, after {}", answer_count(*histories),
                 log_loss(kDefaultWeights, *histories).value_or(0),
                 log_loss(weights, *histories).value_or(0));
    std::println("best retention {}", retention.value_or(0));
    return 0;
}

}  // namespace
}  // namespace lexi::vocabulary

int main(int argc, char** argv) {
    CLI::App cli("The schedulers of words, without a service");
    cli.require_subcommand(1);
    auto* fsrs = cli.add_subcommand("fsrs", "replay FSRS-6 histories, one JSON object a line");
    cli.add_subcommand("sm2", "replay SM-2 histories, one JSON object a line");
    auto* fit = cli.add_subcommand("fit", "fit FSRS-6's weights to a CSV of reviews");
    std::string path;
    fit->add_option("file", path)->required()->check(CLI::ExistingFile);
    CLI11_PARSE(cli, argc, argv);
    if (fit->parsed()) return lexi::vocabulary::fit(path);
    using namespace lexi::vocabulary;
    return fsrs->parsed() ? replay<FsrsHistory>() : replay<Sm2History>();
}
