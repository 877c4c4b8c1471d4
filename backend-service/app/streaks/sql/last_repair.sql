-- $1 user, $2 a day -> a row where a day after it was repaired
SELECT day FROM streak_excused WHERE user_id = $1::uuid AND day > $2::date AND reason = 'repair' LIMIT 1
