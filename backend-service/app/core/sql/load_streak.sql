-- $1 user -> the streak, or no row before the first day
SELECT current_streak, longest_streak, last_activity_date, total_days_active
FROM streaks
WHERE user_id = $1::uuid
