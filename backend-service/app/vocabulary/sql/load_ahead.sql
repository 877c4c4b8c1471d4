-- $1 user, $2 start of the learner's day, $3 days -> words due by day of 24 hours; what is overdue counts on the first
SELECT greatest(floor(extract(epoch FROM next_review_at - $2::timestamptz) / 86400), 0)::integer AS day, count(*) AS due
FROM user_vocabulary
WHERE user_id = $1::uuid AND state = 2 AND status <> 'suspended'
  AND next_review_at < $2::timestamptz + $3::integer * interval '1 day'
GROUP BY 1
