-- $1 e-mail, $2 username, $3 password hash: a new administrator, or the user with this e-mail made one
INSERT INTO users (email, username, hashed_password, role)
VALUES ($1, $2, $3, 'admin')
ON CONFLICT (lower(email)) DO UPDATE
SET role = 'admin', hashed_password = excluded.hashed_password, is_active = true, updated_at = now()
