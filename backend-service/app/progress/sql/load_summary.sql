-- $1 user -> totals
SELECT u.xp AS total_xp,
       (SELECT count(*) FROM user_progress p WHERE p.user_id = u.id AND p.status = 'completed') AS lessons_completed,
       (SELECT count(*) FROM enrolments e WHERE e.user_id = u.id) AS courses_enrolled,
       (SELECT count(*) FROM user_vocabulary v WHERE v.user_id = u.id) AS words_learning,
       (SELECT coalesce(sum(p.time_spent_seconds), 0) FROM user_progress p WHERE p.user_id = u.id)
           + (SELECT coalesce(sum(a.duration_seconds), 0) FROM activities a WHERE a.user_id = u.id)
           + (SELECT coalesce(sum(r.time_spent_ms), 0) / 1000 FROM review_log r WHERE r.user_id = u.id) AS time_spent_seconds
FROM users u
WHERE u.id = $1::uuid
