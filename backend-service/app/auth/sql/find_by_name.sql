-- $1 e-mail or username -> the account, or no row. A username has no @, so that only one can match.
SELECT id, email, username, hashed_password, role, is_active
FROM users
WHERE lower(email) = lower($1) OR lower(username) = lower($1)
