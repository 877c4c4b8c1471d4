-- $1 e-mail, $2 username, $3 password hash, $4 display name, $5 native language, $6 target language, $7 time zone
-- (nulls take the column's default) -> the id, or no row when e-mail or username is taken
INSERT INTO users (email, username, hashed_password, display_name, native_language, target_language, time_zone)
VALUES ($1, $2, $3, $4, coalesce($5::varchar, 'vi'), coalesce($6::varchar, 'en'), coalesce($7::varchar, 'Asia/Ho_Chi_Minh'))
ON CONFLICT DO NOTHING
RETURNING id
