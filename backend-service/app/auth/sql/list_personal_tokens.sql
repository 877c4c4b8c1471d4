-- $1 user, $2 now -> the tokens that open something, newest first (there are few: add_personal_token limits them)
SELECT id, name, scopes, last_four, created_at, expires_at
FROM personal_tokens
WHERE user_id = $1::uuid AND revoked_at IS NULL AND expires_at > $2::timestamptz
ORDER BY created_at DESC, id
