-- $1 the Monday, $2 limit -> who earned most, in order
SELECT w.user_id, w.xp, u.display_name
FROM (
    SELECT user_id, xp FROM learner_weeks
    WHERE week = $1::date AND is_shown AND xp > 0
    ORDER BY xp DESC, user_id
    LIMIT $2::integer
) AS w
JOIN users u ON u.id = w.user_id
ORDER BY w.xp DESC, w.user_id
