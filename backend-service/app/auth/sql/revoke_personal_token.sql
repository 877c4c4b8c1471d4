-- $1 user, $2 id, $3 now -> its expiry, or no row
UPDATE personal_tokens SET revoked_at = $3::timestamptz
WHERE user_id = $1::uuid AND id = $2::uuid AND revoked_at IS NULL AND expires_at > $3::timestamptz
RETURNING expires_at
