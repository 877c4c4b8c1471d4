-- $1 user, $2 attempt -> how far it is
SELECT t.total_exercises, count(a.exercise_id) AS answered, count(*) FILTER (WHERE a.is_correct) AS correct
FROM lesson_attempts t
LEFT JOIN attempt_answers a ON a.user_id = t.user_id AND a.attempt_id = t.id
WHERE t.user_id = $1::uuid AND t.id = $2::uuid
GROUP BY t.total_exercises
