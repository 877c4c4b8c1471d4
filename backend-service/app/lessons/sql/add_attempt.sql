-- $1 user, $2 lesson, $3 edition of its course, $4 now -> the id. The exercises of today are the attempt's for good.
INSERT INTO lesson_attempts (user_id, lesson_id, edition, exercise_ids, total_exercises, started_at)
SELECT $1::uuid, $2::uuid, $3::integer, ids, cardinality(ids), $4::timestamptz
FROM (SELECT ARRAY(SELECT id FROM exercises WHERE lesson_id = $2::uuid AND NOT is_retired ORDER BY order_index) AS ids) AS x
RETURNING id
