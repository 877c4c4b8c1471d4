-- $1 user, $2 SHA-256 of the token -> the token and its owner, locked, or no row
SELECT t.family, t.spent_at IS NOT NULL AS spent, t.revoked_at IS NOT NULL AS revoked,
       u.id, u.email, u.username, u.hashed_password, u.role, u.is_active
FROM refresh_tokens t
JOIN users u ON u.id = t.user_id
WHERE t.user_id = $1::uuid AND t.token_hash = $2
FOR UPDATE OF t
