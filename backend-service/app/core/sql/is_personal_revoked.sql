-- $1 user, $2 jti -> revoked: unless the personal token is there and its owner is switched on
SELECT NOT EXISTS (
    SELECT FROM personal_tokens t
    JOIN users u ON u.id = t.user_id
    WHERE t.user_id = $1::uuid AND t.id::text = $2 AND t.revoked_at IS NULL AND u.is_active
) AS revoked
