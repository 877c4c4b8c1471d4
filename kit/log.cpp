#include "kit/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "kit/clock.hpp"

namespace lexi::log {
namespace {

std::string service_name = "lexi";

void write(spdlog::level::level_enum level, std::string_view name, std::string_view event,
           std::initializer_list<Field> fields) {
    if (!spdlog::should_log(level)) return;
    nlohmann::ordered_json line{
        {"time", to_rfc3339(now())}, {"level", name}, {"service", service_name}, {"event", event}};
    for (const auto& field : fields) {
        std::visit([&](const auto& value) { line[std::string(field.name)] = value; }, field.value);
    }
    spdlog::log(level, "{}",
                line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

}  // namespace

void setup(std::string_view service, std::string_view level) {
    service_name = service;
    auto logger = spdlog::get("lexi");
    if (!logger) logger = spdlog::stdout_logger_mt("lexi");
    logger->set_pattern("%v");
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(logger);
    spdlog::set_level(level == "DEBUG"      ? spdlog::level::debug
                      : level == "WARNING"  ? spdlog::level::warn
                      : level == "ERROR"    ? spdlog::level::err
                      : level == "CRITICAL" ? spdlog::level::critical
                                            : spdlog::level::info);
}

void debug(std::string_view event, std::initializer_list<Field> fields) {
    write(spdlog::level::debug, "debug", event, fields);
}
void info(std::string_view event, std::initializer_list<Field> fields) {
    write(spdlog::level::info, "info", event, fields);
}
void warn(std::string_view event, std::initializer_list<Field> fields) {
    write(spdlog::level::warn, "warning", event, fields);
}
void error(std::string_view event, std::initializer_list<Field> fields) {
    write(spdlog::level::err, "error", event, fields);
}

}  // namespace lexi::log
