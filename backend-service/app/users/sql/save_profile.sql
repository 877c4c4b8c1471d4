-- $1 user, $2 display name, $3 avatar, $4 native and $5 target language, $6 level, $7 daily goal, $8 time zone
-- (null: as it is), $9 settings
UPDATE users
SET display_name = coalesce($2::varchar, display_name),
    avatar_url = coalesce($3::text, avatar_url),
    native_language = coalesce($4::varchar, native_language),
    target_language = coalesce($5::varchar, target_language),
    level = coalesce($6::varchar, level),
    daily_goal = coalesce($7::integer, daily_goal),
    time_zone = coalesce($8::varchar, time_zone),
    settings = $9::jsonb,
    updated_at = now()
WHERE id = $1::uuid
