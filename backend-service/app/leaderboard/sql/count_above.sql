-- $1 user, $2 the Monday, $3 points, $4 at most -> how many are above
SELECT count(*) AS above FROM (
    SELECT FROM learner_weeks
    WHERE week = $2::date AND is_shown AND xp > 0
      AND xp >= $3::integer AND (xp > $3::integer OR user_id < $1::uuid)
    ORDER BY xp DESC
    LIMIT $4::integer
) AS w
