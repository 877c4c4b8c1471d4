-- $1 user -> access tokens issued before this are refused, or no row
SELECT issued_before FROM revoked_tokens WHERE user_id = $1::uuid AND jti = '*'
