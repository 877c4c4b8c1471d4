-- $1 user, $2 jti, $3 expiry of the token. Also sweeps what has expired. Nothing for a user who is erased.
WITH swept AS (DELETE FROM revoked_tokens WHERE user_id = $1::uuid AND expires_at < now() AND jti <> $2)
INSERT INTO revoked_tokens (user_id, jti, expires_at)
SELECT id, $2, $3::timestamptz FROM users WHERE id = $1::uuid FOR KEY SHARE
ON CONFLICT (user_id, jti) DO NOTHING
