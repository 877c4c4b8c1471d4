#include "openai/request.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "kit/utf8.hpp"
#include "ml/llm/json_schema.hpp"

namespace lexi::openai {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostMessages = 1000;
constexpr std::size_t kMostStops = 4;  // OpenAI's own limits, here and below
constexpr std::int64_t kMostLogprobs = 20;

// Reads members by name and remembers the first that cannot be.
class Members {
public:
    explicit Members(const Json& body) : body_(body) {}

    const std::optional<Problem>& wrong() const { return wrong_; }
    void refuse(const std::string& name, const std::string& what) {
        if (!wrong_) wrong_ = fail_field(name, what).error();
    }
    /// The member, if it is there and not null.
    const Json* find(const char* name) const {
        const auto found = body_.find(name);
        return found == body_.end() || found->is_null() ? nullptr : &*found;
    }
    std::int64_t integer(const char* name, std::int64_t otherwise, std::int64_t low,
                         std::int64_t high) {
        const auto* value = find(name);
        if (value == nullptr) return otherwise;
        if (value->is_number_integer() && *value >= low && *value <= high) {
            return value->get<std::int64_t>();
        }
        refuse(name, "must be a whole number from " + std::to_string(low) + " to " +
                         std::to_string(high));
        return otherwise;
    }
    float real(const char* name, float otherwise, float low, float high) {
        const auto* value = find(name);
        if (value == nullptr) return otherwise;
        if (value->is_number() && *value >= low && *value <= high) return value->get<float>();
        refuse(name, "must be a number from " + std::to_string(static_cast<int>(low)) + " to " +
                         std::to_string(static_cast<int>(high)));
        return otherwise;
    }
    bool flag(const char* name) {
        const auto* value = find(name);
        if (value == nullptr) return false;
        if (!value->is_boolean()) refuse(name, "must be true or false");
        return value->is_boolean() && value->get<bool>();
    }
    std::string text(const char* name) {
        const auto* value = find(name);
        if (value == nullptr) return "";
        if (!value->is_string()) refuse(name, "must be a string");
        return value->is_string() ? value->get<std::string>() : "";
    }

private:
    const Json& body_;
    std::optional<Problem> wrong_;
};

// A content is text, or parts of which each is text.
std::optional<std::string> content_of(const Json& message) {
    const auto content = message.find("content");
    if (content == message.end()) return std::nullopt;
    if (content->is_string()) return content->get<std::string>();
    if (!content->is_array()) return std::nullopt;
    std::string text;
    for (const auto& part : *content) {
        if (!part.is_object() || part.value("type", Json()) != "text") return std::nullopt;
        const auto& said = part.value("text", Json());
        if (!said.is_string()) return std::nullopt;
        text += said.get<std::string>();
    }
    return text;
}

void read_messages(Members& members, ml::LlmJob& job) {
    const auto* messages = members.find("messages");
    if (messages == nullptr) return members.refuse("messages", "is required");
    if (!messages->is_array() || messages->empty() || messages->size() > kMostMessages) {
        return members.refuse("messages", "must be a list of 1 to 1000 messages");
    }
    for (std::size_t i = 0; i < messages->size(); ++i) {
        const auto& message = (*messages)[i];
        const auto at = "messages[" + std::to_string(i) + "]";
        if (!message.is_object()) return members.refuse(at, "must be a message");
        const auto& role = message.value("role", Json());
        const bool known = role == "system" || role == "user" || role == "assistant";
        if (!known && role != "developer") {
            return members.refuse(at + ".role",
                                  "must be one of: system, developer, user, assistant");
        }
        auto content = content_of(message);
        if (!content) return members.refuse(at + ".content", "must be text, or parts of text");
        if (content->contains('\0')) {
            return members.refuse(at + ".content", "must not contain the character U+0000");
        }
        job.messages.push_back(
            {.role = known ? role.get<std::string>() : "system", .content = std::move(*content)});
    }
}

void read_stop(Members& members, ml::LlmJob& job) {
    const auto* stop = members.find("stop");
    if (stop == nullptr) return;
    const auto list = stop->is_array() ? *stop : Json::array({*stop});
    for (const auto& text : list) {
        if (!text.is_string()) return members.refuse("stop", "must be a string, or a list of them");
        job.stop.push_back(text.get<std::string>());
    }
    if (list.size() > kMostStops) members.refuse("stop", "must have at most 4 texts");
}

void read_format(Members& members, ml::LlmJob& job) {
    const auto* format = members.find("response_format");
    if (format == nullptr) return;
    if (!format->is_object()) return members.refuse("response_format", "must be an object");
    const auto type = format->value("type", Json());
    const auto wrapped = format->value("json_schema", Json());
    const auto schema = wrapped.is_object() ? wrapped.value("schema", Json()) : Json();
    if (!schema.is_object() && (!wrapped.is_null() || type == "json_schema")) {
        return members.refuse("response_format.json_schema.schema", "must be a JSON Schema");
    }
    if (type == "text") return;
    if (type == "json_object") {
        job.json_schema = R"({"type": "object"})";
        return;
    }
    if (type != "json_schema") {
        return members.refuse("response_format.type",
                              "must be one of: text, json_object, json_schema");
    }
    job.json_schema = schema.dump();
    const auto compiled = ml::JsonSchema::compile(job.json_schema);
    if (!compiled) members.refuse("response_format.json_schema.schema", compiled.error());
}

void read_sampling(Members& members, const Defaults& defaults, ml::LlmJob& job) {
    // The newer name counts where both are given; neither may be wrong.
    const auto older = members.integer("max_tokens", 0, 1, defaults.max_tokens);
    const auto newer = members.integer("max_completion_tokens", older, 1, defaults.max_tokens);
    job.max_tokens = static_cast<std::uint32_t>(newer);
    job.temperature = members.real("temperature", defaults.temperature, 0, 2);
    job.top_p = members.real("top_p", 1, 0, 1);
    if (members.find("seed") != nullptr) {
        // OpenAI's seeds have 64 bits, ours 32: both halves count.
        const auto seed = members.integer("seed", 0, std::numeric_limits<std::int64_t>::min(),
                                          std::numeric_limits<std::int64_t>::max());
        job.seed = static_cast<std::uint32_t>(seed) ^
                   static_cast<std::uint32_t>(seed < 0 ? ~(seed >> 32) : seed >> 32);
    }
    job.logprobs = members.flag("logprobs");
    job.top_logprobs =
        static_cast<std::uint32_t>(members.integer("top_logprobs", 0, 0, kMostLogprobs));
    if (job.top_logprobs > 0 && !job.logprobs) {
        members.refuse("top_logprobs", "needs logprobs to be true");
    }
}

bool asks_for_nothing(const Json& value) {
    return value == 0 || value == false || value == "none" || value == "auto" || value.empty();
}

void refuse_the_rest(Members& members, const Json& body) {
    static constexpr std::array<std::string_view, 17> kRead{"model",
                                                            "messages",
                                                            "stream",
                                                            "stream_options",
                                                            "max_tokens",
                                                            "max_completion_tokens",
                                                            "temperature",
                                                            "top_p",
                                                            "seed",
                                                            "stop",
                                                            "response_format",
                                                            "logprobs",
                                                            "top_logprobs",
                                                            "n",
                                                            "user",
                                                            "metadata",
                                                            "store"};
    static constexpr std::array<std::string_view, 7> kCannot{
        "tools",      "tool_choice",        "functions", "presence_penalty", "frequency_penalty",
        "logit_bias", "parallel_tool_calls"};
    for (const auto& [name, value] : body.items()) {
        if (std::ranges::contains(kRead, name)) continue;
        if (!std::ranges::contains(kCannot, name)) {
            members.refuse(name, "is not a known field");
        } else if (!value.is_null() && name != "parallel_tool_calls" && !asks_for_nothing(value)) {
            members.refuse(name, "is not supported");
        }
    }
}

}  // namespace

Result<Wanted> read_request(std::string_view text, const Defaults& defaults) {
    if (!utf8::valid(text)) return fail(Fault::malformed, "The body is not valid UTF-8.");
    const auto body = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!body.is_object()) return fail(Fault::malformed, "The body must be a JSON object.");
    Members members(body);
    Wanted wanted;
    auto& job = wanted.job;
    refuse_the_rest(members, body);
    read_messages(members, job);
    read_stop(members, job);
    read_format(members, job);
    read_sampling(members, defaults, job);
    members.integer("n", 1, 1, 1);
    members.text("user");
    job.model = members.text("model");
    wanted.stream = members.flag("stream");
    if (const auto* options = members.find("stream_options")) {
        const auto asked = options->is_object() ? options->value("include_usage", Json()) : Json(0);
        if (!asked.is_boolean() && !asked.is_null()) {
            members.refuse("stream_options", "must be an object; its include_usage true or false");
        }
        const bool usage = asked == true;
        if (usage && !wanted.stream) members.refuse("stream_options", "needs stream to be true");
        wanted.include_usage = usage;
    }
    if (members.wrong()) return std::unexpected(*members.wrong());
    return wanted;
}

}  // namespace lexi::openai
