-- $1 user -> every active and every excused day, in order
SELECT day, true AS is_active FROM streak_days WHERE user_id = $1::uuid
UNION ALL
SELECT day, false FROM streak_excused WHERE user_id = $1::uuid
ORDER BY day
