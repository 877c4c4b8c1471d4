-- $1 user -> the words in the learner's list that were never asked
SELECT count(*) AS fresh
FROM user_vocabulary
WHERE user_id = $1::uuid AND status <> 'suspended' AND last_review_at IS NULL
