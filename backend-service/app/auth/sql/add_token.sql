-- $1 user, $2 SHA-256 of the token, $3 family, $4 expiry. Also sweeps what has expired.
WITH swept AS (DELETE FROM refresh_tokens WHERE user_id = $1::uuid AND expires_at < now())
INSERT INTO refresh_tokens (user_id, token_hash, family, expires_at)
VALUES ($1::uuid, $2, $3::uuid, $4::timestamptz)
