-- Every streak with the days that it is the fold of, learner by learner: stored, active and excused days
DECLARE streaks_stored NO SCROLL CURSOR FOR
SELECT coalesce(s.user_id, d.user_id) AS user_id,
       concat_ws(' ', coalesce(s.current_streak, 0), coalesce(s.longest_streak, 0), coalesce(s.total_days_active, 0),
                 coalesce(s.reserve, 0), coalesce(s.last_activity_date::text, '-'), coalesce(s.lost_on::text, '-')) AS stored,
       coalesce(d.days, '') AS active,
       coalesce((SELECT string_agg(e.day::text, ' ' ORDER BY e.day) FROM streak_excused e
                 WHERE e.user_id = coalesce(s.user_id, d.user_id)), '') AS excused
FROM streaks s
FULL JOIN (SELECT user_id, string_agg(day::text, ' ' ORDER BY day) AS days FROM streak_days GROUP BY user_id) AS d
    ON d.user_id = s.user_id
