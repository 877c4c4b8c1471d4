-- $1 user, $2 jti, $3 expiry of the token. Also sweeps what has expired.
WITH swept AS (DELETE FROM revoked_tokens WHERE user_id = $1::uuid AND expires_at < now() AND jti <> $2)
INSERT INTO revoked_tokens (user_id, jti, expires_at) VALUES ($1::uuid, $2, $3::timestamptz)
ON CONFLICT (user_id, jti) DO NOTHING
