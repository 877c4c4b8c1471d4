-- $1 user, $2 the learner's day -> how many words were asked for the first time on it
SELECT coalesce(sum(introduced), 0)::bigint AS introduced
FROM review_days
WHERE user_id = $1::uuid AND day = $2::date
