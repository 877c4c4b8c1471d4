-- $1 user, $2 the learner's day -> how many words were asked for the first time on it
SELECT count(DISTINCT card_id) AS introduced
FROM review_log
WHERE user_id = $1::uuid AND day = $2::date AND last_review_before IS NULL
