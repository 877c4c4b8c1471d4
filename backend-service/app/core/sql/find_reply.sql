-- $1 user, $2 route, $3 key -> the reply stored within the last 24 hours, or no row
SELECT body_hash, status, body
FROM idempotency_keys
WHERE user_id = $1::uuid AND route = $2 AND key = $3 AND created_at > now() - interval '24 hours'
