-- $1 user, $2 SHA-256 of the token
UPDATE refresh_tokens SET spent_at = clock_timestamp() WHERE user_id = $1::uuid AND token_hash = $2
