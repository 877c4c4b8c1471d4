-- $1 user, $2 id, $3 now -> the token, or no row
SELECT id, name, scopes, last_four, created_at, expires_at
FROM personal_tokens
WHERE user_id = $1::uuid AND id = $2::uuid AND revoked_at IS NULL AND expires_at > $3::timestamptz
