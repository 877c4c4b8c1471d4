#pragma once
// Pure text work around a language model.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

/// Lets text through up to the first stop text, holding back what may become one.
/// The concatenation of all answers is what stands before the first stop, for every split.
class StopScanner {
public:
    explicit StopScanner(std::vector<std::string> stops);
    /// What may be shown now. After stopped(), nothing more.
    std::string push(std::string_view text);
    /// The rest, when the answer ends without a stop text.
    std::string flush();
    bool stopped() const { return stopped_; }

private:
    std::vector<std::string> stops_;
    std::string held_;
    bool stopped_ = false;
};

/// `text` in which no control text of the model (`<|im_start|>`…) can be read as one: a space goes
/// after its first byte. A learner's message must not be able to speak as the system.
std::string defused(std::string_view text, const std::vector<std::string>& control_texts);

}  // namespace lexi::ml
