-- $1 user, $2 and $3 the first and the last card of a page -> the answers to its cards in order, but the undone ones
SELECT card_id, rating, reviewed_at, time_spent_ms, state_before, interval_days
FROM review_log
WHERE user_id = $1::uuid AND card_id BETWEEN $2::uuid AND $3::uuid AND undone_at IS NULL
ORDER BY card_id, reviewed_at, id
