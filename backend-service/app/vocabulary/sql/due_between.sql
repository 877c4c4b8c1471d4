-- $1 user, $2 from, $3 to -> how many reviews are due on each day of 24 hours after $2
SELECT floor(extract(epoch FROM next_review_at - $2::timestamptz) / 86400)::integer AS day, count(*) AS due
FROM user_vocabulary
WHERE user_id = $1::uuid AND state = 2 AND status <> 'suspended'
  AND next_review_at >= $2::timestamptz AND next_review_at < $3::timestamptz
GROUP BY day
