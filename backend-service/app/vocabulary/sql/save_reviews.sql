-- $1 user, then JSON arrays: $2 cards as they are now, $3 rows of the log, new or to be written anew, $4 what is to be
-- added to the counts of days. The LIMIT says nothing but that they are few: the planner then looks each up by its key.
WITH cards AS (
    UPDATE user_vocabulary u
    SET status = c.status, review_count = c.review_count, next_review_at = c.due, ease_factor = c.ease,
        interval_days = c.interval, sm2_interval_days = c.sm2_interval, sm2_repetitions = c.sm2_repetitions,
        state = c.state, step = c.step, stability = c.stability, difficulty = c.difficulty,
        last_review_at = c.last_review, lapses = c.lapses
    FROM (
        SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(
            id uuid, status text, review_count integer, due timestamptz, ease double precision, interval integer,
            sm2_interval integer, sm2_repetitions integer, state smallint, step smallint, stability double precision,
            difficulty double precision, last_review timestamptz, lapses integer)
        LIMIT jsonb_array_length($2::jsonb)
    ) AS c
    WHERE u.user_id = $1::uuid AND u.id = c.id
), log AS (
    INSERT INTO review_log (user_id,
        id, card_id, rating, quality, reviewed_at, day, time_spent_ms, state_before, step_before, stability_before,
        difficulty_before, last_review_before, due_before, interval_before, ease_before, sm2_interval_before,
        sm2_repetitions_before, review_count_before, lapses_before, stability_after, difficulty_after, interval_days)
    SELECT $1::uuid,
        n.id, n.card_id, n.rating, n.quality, n.reviewed_at, n.day, n.time_spent_ms, n.state_before, n.step_before,
        n.stability_before, n.difficulty_before, n.last_review_before, n.due_before, n.interval_before, n.ease_before,
        n.sm2_interval_before, n.sm2_repetitions_before, n.review_count_before, n.lapses_before, n.stability_after,
        n.difficulty_after, n.interval_days
    FROM jsonb_to_recordset($3::jsonb) AS n(
        id uuid, card_id uuid, rating smallint, quality smallint, reviewed_at timestamptz, day date,
        time_spent_ms integer, state_before smallint, step_before smallint, stability_before double precision,
        difficulty_before double precision, last_review_before timestamptz, due_before timestamptz,
        interval_before integer, ease_before double precision, sm2_interval_before integer,
        sm2_repetitions_before integer, review_count_before integer, lapses_before integer,
        stability_after double precision, difficulty_after double precision, interval_days integer)
    ON CONFLICT (user_id, id) DO UPDATE
    SET state_before = excluded.state_before, step_before = excluded.step_before,
        stability_before = excluded.stability_before, difficulty_before = excluded.difficulty_before,
        last_review_before = excluded.last_review_before, due_before = excluded.due_before,
        interval_before = excluded.interval_before, ease_before = excluded.ease_before,
        sm2_interval_before = excluded.sm2_interval_before, sm2_repetitions_before = excluded.sm2_repetitions_before,
        review_count_before = excluded.review_count_before, lapses_before = excluded.lapses_before,
        stability_after = excluded.stability_after, difficulty_after = excluded.difficulty_after,
        interval_days = excluded.interval_days
)
INSERT INTO review_days AS d (user_id, day, introduced, learning, young, mature, young_recalled, mature_recalled)
SELECT $1::uuid, n.day, n.introduced, n.learning, n.young, n.mature, n.young_recalled, n.mature_recalled
FROM jsonb_to_recordset($4::jsonb) AS n(day date, introduced integer, learning integer, young integer, mature integer,
                                           young_recalled integer, mature_recalled integer)
ON CONFLICT (user_id, day) DO UPDATE
SET introduced = d.introduced + excluded.introduced, learning = d.learning + excluded.learning,
    young = d.young + excluded.young, mature = d.mature + excluded.mature,
    young_recalled = d.young_recalled + excluded.young_recalled,
    mature_recalled = d.mature_recalled + excluded.mature_recalled
