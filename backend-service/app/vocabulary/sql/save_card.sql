-- $1 user, $2 card, $3 status, $4 review count, $5 due, $6 ease, $7 interval, $8 SM-2 interval, $9 SM-2 repetitions,
-- $10 state, $11 step, $12 stability, $13 difficulty, $14 reviewed at, $15 lapses
UPDATE user_vocabulary
SET status = $3, review_count = $4::integer, next_review_at = $5::timestamptz, ease_factor = $6::double precision,
    interval_days = $7::integer, sm2_interval_days = $8::integer, sm2_repetitions = $9::integer,
    state = $10::smallint, step = $11::smallint, stability = $12::double precision,
    difficulty = $13::double precision, last_review_at = $14::timestamptz, lapses = $15::integer
WHERE user_id = $1::uuid AND id = $2::uuid
