-- $1 user, $2 route, $3 key, $4 hash of the request, $5 status, $6 body. Also sweeps the learner's old keys.
WITH swept AS (
    DELETE FROM idempotency_keys
    WHERE user_id = $1::uuid AND created_at < now() - interval '24 hours' AND (route, key) <> ($2, $3)
)
INSERT INTO idempotency_keys (user_id, route, key, body_hash, status, body)
VALUES ($1::uuid, $2, $3, $4, $5::integer, $6)
ON CONFLICT (user_id, route, key) DO UPDATE
SET body_hash = excluded.body_hash, status = excluded.status, body = excluded.body, created_at = now()
