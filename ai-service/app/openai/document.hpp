#pragma once
// OpenAI's shapes for /openapi.json. The replies have members that are null, which the schemas of
// our own structs do not know, so they are written out.
#include <nlohmann/json.hpp>

namespace lexi::openai {

const nlohmann::json& error_schema();
nlohmann::json completion_body();
nlohmann::json completion_reply();
nlohmann::json model_list_reply();

nlohmann::json transcription_form();
nlohmann::json transcription_reply();
nlohmann::json speech_reply();

}  // namespace lexi::openai
