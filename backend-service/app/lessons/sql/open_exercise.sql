-- $1 user, $2 attempt, $3 exercise -> the state of both, or no row without such an attempt; kind is null where the
-- exercise is none of the attempt's
SELECT t.completed_at IS NOT NULL OR t.abandoned_at IS NOT NULL AS is_closed,
       EXISTS (SELECT FROM attempt_answers a
               WHERE a.user_id = t.user_id AND a.attempt_id = t.id AND a.exercise_id = $3::uuid) AS is_answered,
       EXISTS (SELECT FROM attempt_hints h
               WHERE h.user_id = t.user_id AND h.attempt_id = t.id AND h.exercise_id = $3::uuid) AS is_hinted,
       x.kind, x.prompt, x.answer, x.alternatives::text AS alternatives, x.pairs::text AS pairs,
       x.choices::text AS choices, x.explanation_vi, x.hint_vi
FROM lesson_attempts t
LEFT JOIN exercises x ON x.id = $3::uuid AND x.id = ANY (t.exercise_ids)
WHERE t.user_id = $1::uuid AND t.id = $2::uuid
