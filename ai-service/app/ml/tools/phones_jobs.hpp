#pragma once
// The work of lexi-phones, one function each.
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "ml/phones/listening.hpp"

namespace lexi::ml::tool {

/// JSON lines of a file.
std::vector<nlohmann::json> read_lines(const std::string& path);
/// A row's "words" ({"text", "phones"?} each), else those of its "text".
std::vector<AskedWord> asked_words(const nlohmann::json& row);

/// `work` for each number below `count`, on so many threads.
void for_each_row(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& work);

struct LayersJob {
    RecognizerFiles files;
    std::string in, out;
    unsigned threads = 2;
};
/// The encoder's layers of each recording: OUT/ID.f16.
int layers(const LayersJob& job);

struct SpeakJob {
    std::string voice;  // a Piper .onnx
    std::string in;     // a text a line
    std::string out;    // folder for audio/ and labels.jsonl
    std::string prefix = "s";
    unsigned seed = 1;
    double share = 0;       // of the places with an error; 0: one error in the whole text
    unsigned versions = 1;  // wrong ones of each text
};
/// Every text as it is (PREFIXn-right) and wrong (PREFIXn-wrong, PREFIXn-wrong2, …): with a
/// deletion, a substitution or an insertion in turns, or with many errors.
int speak(const SpeakJob& job);

struct FeaturesJob {
    RecognizerFiles files;
    std::string dictionary;
    std::string in, out;
    unsigned threads = 2;
};
/// What both need; says on stderr why it cannot be had.
struct Ears {
    std::shared_ptr<PhoneRecognizer> recognizer;
    Lexicon lexicon;
};
std::optional<Ears> open_ears(const FeaturesJob& job);
/// The scorer's figures of each recording: OUT/ID.bin.
int features(const FeaturesJob& job);
/// The likeliest edits of each recording's text: JSON lines in the file OUT.
int evidence(const FeaturesJob& job);

}  // namespace lexi::ml::tool
