-- $1 user, $2 jti, $3 issued at -> revoked: this token, every token of the user, or the user is gone
SELECT EXISTS (
    SELECT FROM revoked_tokens
    WHERE user_id = $1::uuid AND (jti = $2 OR (jti = '*' AND issued_before > $3::timestamptz))
) OR NOT EXISTS (SELECT FROM users WHERE id = $1::uuid AND is_active) AS revoked
