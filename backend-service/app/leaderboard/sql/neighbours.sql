-- $1 user, $2 the Monday, $3 points, $4 how many above and below -> those, and the learner, in order
WITH above AS (
    SELECT user_id, xp FROM learner_weeks
    WHERE week = $2::date AND is_shown AND xp > 0
      AND xp >= $3::integer AND (xp > $3::integer OR user_id < $1::uuid)
    ORDER BY xp, user_id DESC
    LIMIT $4::integer
), below AS (
    SELECT user_id, xp FROM learner_weeks
    WHERE week = $2::date AND is_shown AND xp > 0
      AND xp <= $3::integer AND (xp < $3::integer OR user_id >= $1::uuid)
    ORDER BY xp DESC, user_id
    LIMIT $4::integer + 1
)
SELECT w.user_id, w.xp, u.display_name
FROM (SELECT * FROM above UNION ALL SELECT * FROM below) AS w
JOIN users u ON u.id = w.user_id
ORDER BY w.xp DESC, w.user_id
