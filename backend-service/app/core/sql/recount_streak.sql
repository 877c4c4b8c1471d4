-- $1 user. Counts the runs of days anew, so that days that arrive late (offline reviews) count right.
INSERT INTO streaks (user_id, current_streak, longest_streak, last_activity_date, total_days_active)
SELECT $1::uuid,
       (array_agg(length ORDER BY last_day DESC))[1],
       max(length),
       max(last_day),
       sum(length)
FROM (
    SELECT count(*)::integer AS length, max(day) AS last_day
    FROM (
        SELECT day, day - (row_number() OVER (ORDER BY day))::integer AS run
        FROM streak_days
        WHERE user_id = $1::uuid
    ) AS numbered
    GROUP BY run
) AS runs
ON CONFLICT (user_id) DO UPDATE
SET current_streak = excluded.current_streak,
    longest_streak = excluded.longest_streak,
    last_activity_date = excluded.last_activity_date,
    total_days_active = excluded.total_days_active
