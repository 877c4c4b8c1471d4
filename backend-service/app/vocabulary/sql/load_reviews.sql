-- $1 user, $2 limit -> the learner's reviews that were not undone, by card, the oldest first; is_first tells a card's first review ever
SELECT card_id, rating, (extract(epoch FROM reviewed_at) * 1000000)::bigint AS at, time_spent_ms,
       last_review_before IS NULL AS is_first
FROM review_log
WHERE user_id = $1::uuid AND undone_at IS NULL
ORDER BY card_id, reviewed_at, id
LIMIT $2::bigint
