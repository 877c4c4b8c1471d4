-- $1 e-mail, $2 username, $3 password hash: a new administrator, or the user with this e-mail made one, whose sessions
-- and personal tokens end -> username and whether new; no row where another e-mail has the username
WITH admin AS (
    INSERT INTO users (email, username, hashed_password, role)
    SELECT $1::varchar, $2::varchar, $3::varchar, 'admin'
    WHERE NOT EXISTS (SELECT FROM users WHERE lower(username) = lower($2) AND lower(email) <> lower($1))
    ON CONFLICT (lower(email)) DO UPDATE
    SET role = 'admin', hashed_password = excluded.hashed_password, is_active = true, updated_at = now()
    RETURNING id, username, xmax = 0 AS is_new
), sessions AS (
    UPDATE refresh_tokens t SET revoked_at = now() FROM admin WHERE t.user_id = admin.id AND t.revoked_at IS NULL
), personal AS (
    UPDATE personal_tokens t SET revoked_at = now() FROM admin WHERE t.user_id = admin.id AND t.revoked_at IS NULL
)
SELECT username, is_new FROM admin
