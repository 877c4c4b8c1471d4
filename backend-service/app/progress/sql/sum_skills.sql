-- $1 user, $2 from (null: of all time) -> the time spent, longest first
SELECT skill, sum(seconds) AS seconds
FROM learner_day_skills
WHERE user_id = $1::uuid AND day >= coalesce($2::date, '-infinity')
GROUP BY skill
HAVING sum(seconds) > 0
ORDER BY seconds DESC, skill
