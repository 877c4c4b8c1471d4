// Corpora as JSON lines, for the tools of the phone model.
#include <atomic>
#include <fstream>
#include <thread>

#include "ml/piper/phoneme_ids.hpp"
#include "ml/tools/phones_jobs.hpp"

namespace lexi::ml::tool {

std::vector<nlohmann::json> read_lines(const std::string& path) {
    std::ifstream in(path);
    std::vector<nlohmann::json> rows;
    for (std::string line; std::getline(in, line);) rows.push_back(nlohmann::json::parse(line));
    return rows;
}

void for_each_row(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            for (std::size_t at = next++; at < count; at = next++) work(at);
        });
    }
}

std::vector<AskedWord> asked_words(const nlohmann::json& row) {
    std::vector<AskedWord> asked;
    if (!row.contains("words")) {
        for (auto& word : plain_words(row.at("text").get<std::string>())) {
            asked.push_back({.text = std::move(word), .phones = {}});
        }
        return asked;
    }
    for (const auto& word : row["words"]) {
        auto& made = asked.emplace_back(AskedWord{.text = word.at("text"), .phones = {}});
        if (!word.contains("phones")) continue;
        for (const auto& phone : word["phones"]) {
            made.phones.push_back(phone_index(phone.get<std::string>()).value());
        }
    }
    return asked;
}

}  // namespace lexi::ml::tool
