-- $1 user, $2 current, $3 longest, $4 last day, $5 days, $6 reserve, $7 the day that lost the last run
INSERT INTO streaks (user_id, current_streak, longest_streak, last_activity_date, total_days_active, reserve, lost_on)
VALUES ($1::uuid, $2::integer, $3::integer, $4::date, $5::integer, $6::smallint, $7::date)
ON CONFLICT (user_id) DO UPDATE
SET current_streak = excluded.current_streak,
    longest_streak = excluded.longest_streak,
    last_activity_date = excluded.last_activity_date,
    total_days_active = excluded.total_days_active,
    reserve = excluded.reserve,
    lost_on = excluded.lost_on
