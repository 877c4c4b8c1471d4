-- $1 user, $2 from day -> the active days from then on
SELECT day FROM streak_days WHERE user_id = $1::uuid AND day >= $2::date ORDER BY day
