-- $1 user -> the account, or no row
SELECT email, username, display_name, avatar_url, native_language, target_language, level, role, time_zone, daily_goal,
       xp, settings::text AS settings, is_active, created_at, updated_at
FROM users
WHERE id = $1::uuid
