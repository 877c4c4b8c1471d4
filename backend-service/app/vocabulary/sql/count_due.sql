-- $1 user, $2 now -> how many are due of each kind, and when the next one is that is not
SELECT count(*) FILTER (WHERE next_review_at <= $2::timestamptz AND state <> 2 AND last_review_at IS NOT NULL) AS learning,
       count(*) FILTER (WHERE next_review_at <= $2::timestamptz AND state = 2) AS review,
       count(*) FILTER (WHERE next_review_at <= $2::timestamptz AND last_review_at IS NULL) AS fresh,
       min(next_review_at) FILTER (WHERE next_review_at > $2::timestamptz) AS next_due_at
FROM user_vocabulary
WHERE user_id = $1::uuid AND status <> 'suspended'
