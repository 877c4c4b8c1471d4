-- $1 user -> the last 20 things done, newest first
SELECT kind, title, occurred_at FROM (
    SELECT 'lesson' AS kind, l.title, p.updated_at AS occurred_at
    FROM user_progress p JOIN lessons l ON l.id = p.lesson_id
    WHERE p.user_id = $1::uuid
    UNION ALL
    SELECT a.activity_type, a.activity_type, a.occurred_at FROM activities a WHERE a.user_id = $1::uuid
    UNION ALL
    SELECT 'reviews', count(*) || ' words reviewed', max(r.reviewed_at)
    FROM review_log r WHERE r.user_id = $1::uuid GROUP BY r.day
) AS done
ORDER BY occurred_at DESC
LIMIT 20
