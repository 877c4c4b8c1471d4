-- $1 user, $2 from, $3 to -> one row a day
SELECT d.day::date AS day, coalesce(l.xp, 0) AS xp, coalesce(l.seconds, 0) / 60 AS minutes,
       coalesce(l.lessons, 0) AS lessons, coalesce(l.reviews, 0) AS reviews
FROM generate_series($2::date, $3::date, interval '1 day') AS d(day)
LEFT JOIN learner_days l ON l.user_id = $1::uuid AND l.day = d.day::date AND l.day BETWEEN $2::date AND $3::date
ORDER BY d.day
