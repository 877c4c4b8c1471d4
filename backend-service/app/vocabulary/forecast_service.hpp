#pragma once
#include "app/core/database.hpp"
#include "app/vocabulary/forecast_schema.hpp"
#include "kit/offload.hpp"

namespace lexi::vocabulary {

/// The days ahead. Simulations run on `pool`, not on the event loop.
class ForecastService {
public:
    ForecastService(Database& db, WorkerPool& pool) : db_(db), pool_(pool) {}

    Task<Result<ForecastView>> forecast(Uuid user, std::int64_t days, Instant now);
    Task<Result<SimulationView>> simulate(Uuid user, SimulationQuery query, Instant now);

private:
    Database& db_;
    WorkerPool& pool_;
};

}  // namespace lexi::vocabulary
