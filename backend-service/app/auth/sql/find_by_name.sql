-- $1 e-mail or username, $2 the place it is said at -> the account, or no row. A username has no @, so that only
-- one can match.
SELECT u.id, u.email, u.username, u.hashed_password, u.role, u.is_active,
       EXISTS (SELECT FROM sign_in_places p WHERE p.user_id = u.id AND p.place = $2) AS is_at_home
FROM users u
WHERE lower(u.email) = lower($1) OR lower(u.username) = lower($1)
