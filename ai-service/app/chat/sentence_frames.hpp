#pragma once
// How a learner may begin an answer. Pure.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::chat {

/// Up to three beginnings of an answer to the last question of `reply`, "…" where the learner goes
/// on: "My favourite food is …". Empty where it asks nothing that a beginning is known for.
std::vector<std::string> sentence_frames(std::string_view reply);

}  // namespace lexi::chat
