-- $1 user -> totals
SELECT u.xp AS total_xp, coalesce(t.lessons, 0) AS lessons_completed, coalesce(t.seconds, 0) AS time_spent_seconds,
       (SELECT count(*) FROM enrolments e WHERE e.user_id = u.id) AS courses_enrolled,
       (SELECT count(*) FROM user_vocabulary v WHERE v.user_id = u.id) AS words_learning
FROM users u
LEFT JOIN learner_totals t ON t.user_id = u.id
WHERE u.id = $1::uuid
