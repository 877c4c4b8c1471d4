-- $1 user, $2 tokens issued before this are refused, $3 when the last of them expires
INSERT INTO revoked_tokens (user_id, jti, issued_before, expires_at)
VALUES ($1::uuid, '*', date_trunc('second', $2::timestamptz), $3::timestamptz)
ON CONFLICT (user_id, jti) DO UPDATE
SET issued_before = excluded.issued_before, expires_at = excluded.expires_at
