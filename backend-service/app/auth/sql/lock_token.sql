-- $1 user, $2 SHA-256 of the token, $3 when the request came -> the token, locked, or no row. Spent meanwhile: by
-- another request, after this one had come.
SELECT family, spent_at IS NOT NULL AS spent, coalesce(spent_at > $3::timestamptz, false) AS spent_meanwhile,
       revoked_at IS NOT NULL AS revoked
FROM refresh_tokens
WHERE user_id = $1::uuid AND token_hash = $2
FOR UPDATE
