-- -> everything that is refused before its time and has not expired; a user's line has issued_before
SELECT user_id, jti, issued_before, expires_at FROM revoked_tokens WHERE expires_at > now()
UNION ALL
SELECT user_id, id::text, NULL, expires_at FROM personal_tokens WHERE revoked_at IS NOT NULL AND expires_at > now()
