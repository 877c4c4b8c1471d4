-- $1 user -> the last 20 things done, newest first
SELECT kind, title, occurred_at FROM (
    (SELECT 'lesson' AS kind, l.title, p.updated_at AS occurred_at
     FROM user_progress p JOIN lessons l ON l.id = p.lesson_id
     WHERE p.user_id = $1::uuid
     ORDER BY p.updated_at DESC LIMIT 20)
    UNION ALL
    (SELECT activity_type, activity_type, occurred_at
     FROM activities WHERE user_id = $1::uuid
     ORDER BY occurred_at DESC LIMIT 20)
    UNION ALL
    (SELECT 'reviews', reviews || ' words reviewed', last_at
     FROM (SELECT day, reviews, last_at FROM learner_days WHERE user_id = $1::uuid ORDER BY day DESC LIMIT 31) AS d
     WHERE reviews > 0
     LIMIT 20)
) AS done
ORDER BY occurred_at DESC
LIMIT 20
