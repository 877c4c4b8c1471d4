-- $1 course: the sums of its lessons and exercises
WITH counted AS (
    UPDATE lessons l
    SET total_exercises = (SELECT count(*) FROM exercises x WHERE x.lesson_id = l.id AND NOT x.is_retired)
    WHERE l.course_id = $1::uuid
)
UPDATE courses
SET (total_lessons, estimated_minutes) = (
    SELECT count(*), coalesce(sum(estimated_minutes), 0) FROM lessons WHERE course_id = $1::uuid AND NOT is_retired)
WHERE id = $1::uuid
