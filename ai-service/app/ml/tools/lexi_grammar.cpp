// lexi-grammar: what the grammar engine finds in a text, or in each line of a file.
#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "kit/utf8.hpp"
#include "ml/grammar/checker.hpp"
#include "ml/grammar/harper.hpp"
#include "ml/grammar/rewrite.hpp"
#include "ml/grammar/sentence.hpp"
#include "ml/tools/tool.hpp"

namespace {

using namespace lexi::ml;
using nlohmann::json;

json as_json(const grammar::Match& match) {
    const bool error = match.severity == grammar::Severity::error;
    return {{"offset", match.utf16.offset},
            {"length", match.utf16.length},
            {"byte_offset", match.bytes.offset},
            {"byte_length", match.bytes.length},
            {"rule", match.rule},
            {"category", match.category},
            {"type", match.type},
            {"severity", error ? "error" : "suggestion"},
            {"message", match.message},
            {"message_vi", match.message_vi},
            {"replacements", match.replacements}};
}

// What a language model makes of the text; empty without one.
std::string rewrite(Llm* llm, const std::string& text) {
    if (llm == nullptr) return {};
    LlmJob job{.messages = grammar::rewrite_messages(text),
               .session = "rewrite",
               .max_tokens = static_cast<std::uint32_t>(text.size() / 2 + 32),
               .temperature = 0.0F};
    const auto outcome = complete(*llm, std::move(job));
    return outcome && outcome->finish_reason == "stop" ? outcome->text : std::string();
}

lexi::Result<json> checked(grammar::Grammar& engine, Llm* llm, const std::string& raw,
                           std::string given = {}) {
    const auto began = std::chrono::steady_clock::now();
    const auto text = lexi::utf8::mended(raw);
    if (given.empty()) given = rewrite(llm, text);
    const auto found = engine.check(text, {.rewrite = given});
    if (!found) return std::unexpected(found.error());
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    json matches = json::array();
    for (const auto& match : found->matches) matches.push_back(as_json(match));
    return json{{"text", text},
                {"corrected_text", found->corrected_text},
                {"matches", std::move(matches)},
                {"rewrite", given},
                {"ms", took.count()}};
}

// Each line {"id", "text"} (and "rewrite", which then is not asked for) becomes {"id",
// "corrected_text", "matches", "ms"}.
int batch(grammar::Grammar& engine, Llm* llm, const std::string& from, const std::string& to) {
    std::ifstream in(from);
    std::ofstream out(to);
    if (!in || !out) {
        std::cerr << "lexi-grammar: cannot open " << (in ? to : from) << '\n';
        return 1;
    }
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const auto asked = json::parse(line, nullptr, false);
        if (asked.is_discarded() || !asked.is_object() ||
            !asked.value("text", json()).is_string()) {
            std::cerr << from << ":" << number << ": no JSON object with a text\n";
            return 1;
        }
        auto answer = checked(engine, llm, asked["text"].get<std::string>(),
                              asked.value("rewrite", std::string()));
        if (!answer) return tool::refused(answer.error());
        (*answer)["id"] = asked.value("id", json());
        out << answer->dump() << '\n';
    }
    return out.flush() ? 0 : 1;
}

// Words, one a line, of which the dictionary has none.
int unknown_words() {
    for (std::string word; std::getline(std::cin, word);) {
        if (grammar::flags_of(word) == 0) std::cout << word << '\n';
    }
    return 0;
}

// How the rules see the text: each token with its part of speech and what the dictionary says.
void show_tokens(const std::string& text) {
    static constexpr std::array kTags{"-",     "adj",   "adp",   "adv", "aux",  "cconj",
                                      "det",   "intj",  "noun",  "num", "part", "pron",
                                      "propn", "punct", "sconj", "sym", "verb"};
    static constexpr std::array kFlags{
        "known",      "noun",        "proper",      "singular",  "plural",      "countable",
        "mass",       "possessive",  "pronoun",     "pron1",     "pron2",       "subject",
        "object",     "verb",        "auxiliary",   "linking",   "lemma",       "past",
        "participle", "progressive", "third",       "adjective", "comparative", "superlative",
        "adverb",     "manner",      "frequency",   "degree",    "determiner",  "owner",
        "quantifier", "conjunction", "preposition", "common",    "root",        "offensive"};
    const auto harper = grammar::Harper::load("");
    for (const auto& sentence : grammar::sentences(harper->read(text))) {
        for (int i = 0; i < sentence.size(); ++i) {
            const auto& token = sentence[i];
            std::cout << token.text << '\t' << kTags.at(static_cast<std::size_t>(token.tag))
                      << '\t';
            for (std::size_t k = 1; k < kFlags.size(); ++k) {
                if (token.is(static_cast<grammar::Flag>(k))) std::cout << kFlags.at(k) << ' ';
            }
            std::cout << '\n';
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    lexi::log::setup("lexi-grammar", "ERROR");
    CLI::App app("What the grammar engine finds in a text, as JSON.", "lexi-grammar");
    std::string text;
    std::vector<std::string> files;
    grammar::GrammarConfig config{.scorer_path = tool::model("SmolLM2")};
    bool unknown = false;
    bool tokens = false;
    bool deep = false;
    LlamaConfig model{.model_path = tool::model("qwen2.5-1.5b"),
                      .fallback_path = tool::model("qwen2.5-coder-1.5b"),
                      .slots = 1};
    app.add_option("text", text, "the text");
    app.add_option("--batch", files, "check each line of the first file into the second")
        ->expected(2);
    app.add_flag("--unknown", unknown, "the words of the standard input that no dictionary has");
    app.add_flag("--tokens", tokens, "only how the rules see the text: parts of speech and flags");
    app.add_option("--scorer", config.scorer_path,
                   "the small language model (GGUF); empty: the engine does without");
    app.add_option("--threads", config.threads, "for the small model; 0: one");
    app.add_flag("--llm", deep, "also the edits of a language model's rewrite");
    app.add_option("--model", model.model_path, "the language model for --llm");
    CLI11_PARSE(app, argc, argv);
    if (unknown) return unknown_words();
    if (tokens) {
        show_tokens(text);
        return 0;
    }
    const auto engine = grammar::make_grammar(config);
    if (!tool::ready(*engine)) return 1;
    const auto llm = deep ? make_llama(model) : nullptr;
    if (llm && !tool::ready(*llm)) return 1;
    if (!files.empty()) return batch(*engine, llm.get(), files[0], files[1]);
    const auto answer = checked(*engine, llm.get(), text);
    if (!answer) return tool::refused(answer.error());
    std::cout << answer->dump(1) << '\n';
    return 0;
}
