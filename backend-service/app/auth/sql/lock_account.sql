-- $1 user -> the account as it stands, or no row; until the end of the transaction no session of it is ended
SELECT id, email, username, hashed_password, role, is_active FROM users WHERE id = $1::uuid FOR KEY SHARE
