-- $1 user, $2 now, $3 the learner's day, $4 lapses that make a leech -> counts; true_retention of 30 days, null: no data
SELECT c.*, r.*
FROM (
    SELECT count(*) AS total,
           count(*) FILTER (WHERE status = 'learning') AS learning,
           count(*) FILTER (WHERE status = 'reviewing') AS reviewing,
           count(*) FILTER (WHERE status = 'mastered') AS mastered,
           count(*) FILTER (WHERE status = 'suspended') AS suspended,
           count(*) FILTER (WHERE last_review_at IS NULL) AS fresh,
           count(*) FILTER (WHERE status <> 'suspended' AND next_review_at <= $2::timestamptz) AS due,
           count(*) FILTER (WHERE lapses >= $4::integer) AS leeches
    FROM user_vocabulary
    WHERE user_id = $1::uuid
) AS c,
(
    SELECT count(*) AS reviews_total,
           count(*) FILTER (WHERE day = $3::date) AS reviews_today,
           (avg((rating > 1)::integer) FILTER (WHERE state_before = 2 AND day > $3::date - 30))::double precision AS true_retention
    FROM review_log
    WHERE user_id = $1::uuid
) AS r
