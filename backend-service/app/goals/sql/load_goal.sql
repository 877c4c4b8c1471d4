-- $1 user, $2 the Monday -> the goal, and what the week has
SELECT coalesce(g.kind, 'xp') AS kind, coalesce(g.target, 7 * u.daily_goal) AS target,
       coalesce(w.xp, 0) AS xp, coalesce(w.seconds, 0) AS seconds, coalesce(w.lessons, 0) AS lessons
FROM users u
LEFT JOIN weekly_goals g ON g.user_id = u.id
LEFT JOIN learner_weeks w ON w.user_id = u.id AND w.week = $2::date
WHERE u.id = $1::uuid
