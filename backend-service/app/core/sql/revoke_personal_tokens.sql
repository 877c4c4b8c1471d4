-- $1 user -> the personal tokens that this ended
UPDATE personal_tokens SET revoked_at = now()
WHERE user_id = $1::uuid AND revoked_at IS NULL AND expires_at > now()
RETURNING id, expires_at
