#pragma once
#include "app/vocabulary/forecast_service.hpp"
#include "kit/router.hpp"

namespace lexi::vocabulary {

void mount_forecast(http::Router& router, ForecastService& service);

}  // namespace lexi::vocabulary
