-- $1 user, $2 id, $3 name, $4 scopes, $5 last four characters, $6 created, $7 expires, $8 the most there may be -> the
-- token, or no row where there are as many. Also sweeps what has expired.
WITH swept AS (DELETE FROM personal_tokens WHERE user_id = $1::uuid AND expires_at <= $6::timestamptz)
INSERT INTO personal_tokens (user_id, id, name, scopes, last_four, created_at, expires_at)
SELECT $1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz, $7::timestamptz
WHERE (SELECT count(*) FROM personal_tokens
       WHERE user_id = $1::uuid AND revoked_at IS NULL AND expires_at > $6::timestamptz) < $8::bigint
RETURNING id, name, scopes, last_four, created_at, expires_at
