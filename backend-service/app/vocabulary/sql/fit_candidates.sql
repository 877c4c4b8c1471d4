-- $1 the last learner seen (null: none), $2 reviews that a first fit needs, $3 new reviews that the next needs,
-- $4 limit -> the next learners by id, whether they have reviews enough, and when they were fitted. Counts no further
-- than it must.
WITH page AS (
    SELECT id, is_active FROM users WHERE $1::uuid IS NULL OR id > $1::uuid ORDER BY id LIMIT $4::bigint
)
SELECT p.id,
       p.is_active AND CASE WHEN s.user_id IS NULL THEN
           (SELECT count(*) FROM (SELECT 1 FROM review_log r WHERE r.user_id = p.id AND r.undone_at IS NULL LIMIT $2::bigint) AS logged) >= $2::bigint
       ELSE
           (SELECT count(*) FROM (SELECT 1 FROM review_log r WHERE r.user_id = p.id AND r.undone_at IS NULL AND r.day >= s.fitted_at::date
                                  LIMIT $3::bigint) AS logged) >= $3::bigint
       END AS is_due,
       s.fitted_at
FROM page p
LEFT JOIN scheduler_parameters s ON s.user_id = p.id
ORDER BY p.id
