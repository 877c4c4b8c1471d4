-- $1 user -> the account with its streak, or no row
SELECT u.email, u.username, u.display_name, u.avatar_url, u.native_language, u.target_language, u.level, u.role,
       u.time_zone, u.daily_goal, u.xp, u.settings::text AS settings, u.is_active, u.created_at, u.updated_at,
       coalesce(s.current_streak, 0) AS current_streak, s.last_activity_date
FROM users u
LEFT JOIN streaks s ON s.user_id = u.id
WHERE u.id = $1::uuid
