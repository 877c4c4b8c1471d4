-- $1 user, $2 hash
UPDATE users SET hashed_password = $2 WHERE id = $1::uuid
