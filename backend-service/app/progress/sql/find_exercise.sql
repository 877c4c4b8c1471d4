-- $1 lesson, $2 exercise -> what it is graded by, or no row
SELECT kind, answer, alternatives::text AS alternatives, pairs::text AS pairs, choices::text AS choices, explanation_vi
FROM exercises
WHERE lesson_id = $1::uuid AND id = $2::uuid
