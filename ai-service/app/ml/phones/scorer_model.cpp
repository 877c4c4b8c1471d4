#include "ml/phones/scorer_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "ml/model_file.hpp"
#include "ml/onnx.hpp"

namespace lexi::ml {
namespace {

constexpr double kToHundred = 50;  // the model's scale ends at 2

double hundred(float score) { return std::clamp(kToHundred * score, 0.0, 100.0); }

std::span<const float> values(const Ort::Value& value) {
    return {value.GetTensorData<float>(), value.GetTensorTypeAndShapeInfo().GetElementCount()};
}

}  // namespace

std::expected<std::shared_ptr<ScorerModel>, std::string> ScorerModel::load(
    const std::string& path) {
    if (file_bytes(path) == 0) return std::unexpected("there is no scorer");
    try {
        std::shared_ptr<ScorerModel> made(new ScorerModel(onnx_session(path, 1)));
        made->bytes_ = file_bytes(path);
        return made;
    } catch (const Ort::Exception&) {
        return std::unexpected("the file is no complete scorer");
    }
}

// By value: the runtime wants tensors that it could write to.
ExpertScores ScorerModel::score(JudgeFeatures given) const {
    const auto phones = static_cast<std::int64_t>(given.phones.size());
    const auto words = static_cast<std::int64_t>(given.words.back() + 1);
    const auto width = static_cast<std::int64_t>(given.whole_pooled.size());
    std::vector<float> members(static_cast<std::size_t>(words * phones), 0.0F);
    for (std::size_t i = 0; i < given.words.size(); ++i) {
        members[(given.words[i] * given.words.size()) + i] = 1;
    }
    std::array inputs{tensor(given.figures, {phones, std::int64_t{kPhoneFigures}}),
                      tensor(given.phones, {phones}),
                      tensor(given.pooled, {phones, width}),
                      tensor(members, {words, phones}),
                      tensor(given.whole, {std::int64_t{kWholeFigures}}),
                      tensor(given.whole_pooled, {width})};
    static constexpr std::array kIn{"figures", "phones", "pooled",
                                    "words",   "whole",  "whole_pooled"};
    static constexpr std::array kOut{"phone", "word", "recording", "doubt", "errors"};
    const auto out = session_.Run(Ort::RunOptions{nullptr}, kIn.data(), inputs.data(),
                                  inputs.size(), kOut.data(), kOut.size());
    const auto recording = values(out[2]);
    if (std::ssize(values(out[0])) != phones || std::ssize(values(out[1])) != words ||
        recording.size() != 4 || values(out[3]).empty() ||
        std::ssize(values(out[4])) != 3 * phones) {
        throw Ort::Exception("not the shape of a scorer", ORT_INVALID_GRAPH);
    }
    ExpertScores scores{.accuracy = hundred(recording[0]),
                        .fluency = hundred(recording[1]),
                        .prosody = hundred(recording[2]),
                        .overall = hundred(recording[3]),
                        .overall_error = kToHundred * std::exp(0.5 * values(out[3])[0])};
    for (const float phone : values(out[0])) scores.phones.push_back(hundred(phone));
    for (const float word : values(out[1])) scores.words.push_back(hundred(word));
    for (std::size_t i = 0; i < given.phones.size(); ++i) {
        const auto of_phone = values(out[4]).subspan(3 * i, 3);
        scores.errors.push_back(
            {.left_out = of_phone[0], .exchanged = of_phone[1], .followed = of_phone[2]});
    }
    return scores;
}

}  // namespace lexi::ml
