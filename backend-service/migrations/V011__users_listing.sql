-- What administrators page through: newest first for each role and state, and by the beginning of a
-- name (byte by byte, whatever the database's collation).
CREATE INDEX users_newest ON users (role, is_active, created_at DESC, id DESC);
CREATE INDEX users_by_username ON users (lower(username) text_pattern_ops);
CREATE INDEX users_by_email ON users (lower(email) text_pattern_ops);
