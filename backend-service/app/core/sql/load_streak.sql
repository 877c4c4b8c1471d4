-- $1 user -> the streak, once for each excused day after its last day, or no row before the first day
SELECT s.current_streak, s.longest_streak, s.last_activity_date, s.total_days_active, s.reserve, s.lost_on,
       e.day AS excused
FROM streaks s
LEFT JOIN streak_excused e ON e.user_id = s.user_id AND e.day > s.last_activity_date
WHERE s.user_id = $1::uuid
ORDER BY e.day
