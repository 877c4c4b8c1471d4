-- $1 user, $2 from, $3 to -> one row a day
SELECT d.day::date AS day,
       coalesce((SELECT sum(x.amount) FROM xp_events x WHERE x.user_id = $1::uuid AND x.day = d.day::date), 0) AS xp,
       (coalesce((SELECT sum(a.duration_seconds) FROM activities a WHERE a.user_id = $1::uuid AND a.day = d.day::date), 0)
           + coalesce((SELECT sum(r.time_spent_ms) / 1000 FROM review_log r WHERE r.user_id = $1::uuid AND r.day = d.day::date), 0)
       ) / 60 AS minutes,
       (SELECT count(*) FROM xp_events x
        WHERE x.user_id = $1::uuid AND x.day = d.day::date AND x.source LIKE 'lesson:%') AS lessons,
       (SELECT count(*) FROM review_log r WHERE r.user_id = $1::uuid AND r.day = d.day::date) AS reviews
FROM generate_series($2::date, $3::date, interval '1 day') AS d(day)
ORDER BY d.day
