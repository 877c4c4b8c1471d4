-- $1 user, $2 family
UPDATE refresh_tokens SET revoked_at = now()
WHERE user_id = $1::uuid AND family = $2::uuid AND revoked_at IS NULL
