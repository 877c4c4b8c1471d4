// lexi-phones: what the training scripts need of the phone model, computed by the code that the
// service runs, so that nothing can differ (ai-service/training/README.md).
#include <CLI/CLI.hpp>

#include "kit/log.hpp"
#include "ml/tools/phones_jobs.hpp"
#include "ml/tools/tool.hpp"

int main(int argc, char** argv) {
    using namespace lexi::ml;
    lexi::log::setup("lexi-phones", "ERROR");
    CLI::App app("Computes what the training of the pronunciation judge needs.", "lexi-phones");
    app.require_subcommand(1);

    tool::LayersJob layers{.files = {.weights = tool::model("ggml-base.bin")}};
    auto* of_layers = app.add_subcommand("layers", "the encoder's layers of each recording");
    of_layers->add_option("in", layers.in, R"(JSON lines of {"id", "audio"})")->required();
    of_layers->add_option("out", layers.out, "folder for ID.f16")->required();
    of_layers->add_option("--encoder", layers.files.encoder, "the encoder's graph")->required();
    of_layers->add_option("--weights", layers.files.weights, "ggml-base.bin");
    of_layers->add_option("--threads", layers.threads, "recordings at a time");

    tool::SpeakJob speak{.voice = tool::model("en_US-joe-medium.onnx")};
    auto* of_speak = app.add_subcommand("speak", "texts right and with learners' errors, spoken");
    of_speak->add_option("in", speak.in, "a text a line")->required();
    of_speak->add_option("out", speak.out, "folder for audio/ and labels.jsonl")->required();
    of_speak->add_option("--voice", speak.voice, "a Piper .onnx file");
    of_speak->add_option("--prefix", speak.prefix, "of the ids");
    of_speak->add_option("--seed", speak.seed, "of the errors' places");
    of_speak->add_option("--share", speak.share, "of the places with an error; 0: one in a text");
    of_speak->add_option("--versions", speak.versions, "wrong ones of each text");

    tool::FeaturesJob features{
        .files = {.weights = tool::model("ggml-base.bin")},
        .dictionary = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict"};
    auto* of_features = app.add_subcommand("features", "what the scorer sees of each recording");
    auto* of_evidence = app.add_subcommand("evidence", "the likeliest edits of each text");
    for (auto* sub : {of_features, of_evidence}) {
        sub->add_option("in", features.in, R"(JSON lines of {"id", "audio", "words"})")->required();
        sub->add_option("out", features.out, "folder for ID.bin; file of JSON lines")->required();
        sub->add_option("--encoder", features.files.encoder, "the encoder's graph")->required();
        sub->add_option("--weights", features.files.weights, "ggml-base.bin");
        sub->add_option("--head", features.files.head, "the phone head")->required();
        sub->add_option("--dictionary", features.dictionary, "in CMUdict's format");
        sub->add_option("--threads", features.threads, "recordings at a time");
    }

    CLI11_PARSE(app, argc, argv);
    if (of_layers->parsed()) return tool::layers(layers);
    if (of_features->parsed()) return tool::features(features);
    if (of_evidence->parsed()) return tool::evidence(features);
    return tool::speak(speak);
}
