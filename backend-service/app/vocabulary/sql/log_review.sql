-- $1 user, $2 card, $3 rating, $4 when, $5 the learner's day, $6 milliseconds, $7 state, $8 stability, $9 difficulty and
-- $10 last review before it, $11 stability, $12 difficulty and $13 interval after it -> the id
INSERT INTO review_log (user_id, card_id, rating, reviewed_at, day, time_spent_ms, state_before, stability_before,
                        difficulty_before, last_review_before, stability_after, difficulty_after, interval_days)
VALUES ($1::uuid, $2::uuid, $3::smallint, $4::timestamptz, $5::date, $6::integer, $7::smallint, $8::double precision,
        $9::double precision, $10::timestamptz, $11::double precision, $12::double precision, $13::integer)
RETURNING id
