-- $1 user, $2 day -> the day, or no row if it was counted before
INSERT INTO streak_days (user_id, day) VALUES ($1::uuid, $2::date)
ON CONFLICT (user_id, day) DO NOTHING
RETURNING day
