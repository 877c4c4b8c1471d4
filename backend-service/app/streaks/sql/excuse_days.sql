-- $1 user, $2 from, $3 to, $4 now: those of these days on which nothing was done
INSERT INTO streak_excused (user_id, day, reason, excused_at)
SELECT $1::uuid, d::date, 'repair', $4::timestamptz
FROM generate_series($2::date, $3::date, interval '1 day') AS d
WHERE NOT EXISTS (SELECT FROM streak_days s WHERE s.user_id = $1::uuid AND s.day = d::date)
ON CONFLICT (user_id, day) DO NOTHING
