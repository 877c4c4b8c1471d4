-- $1 user, $2 course -> finishes: every lesson is completed, and the course was not paid before
SELECT NOT EXISTS (
    SELECT FROM lessons l
    LEFT JOIN user_progress p ON p.user_id = $1::uuid AND p.lesson_id = l.id AND p.status = 'completed'
    WHERE l.course_id = $2::uuid AND NOT l.is_retired AND p.lesson_id IS NULL
) AND NOT EXISTS (
    SELECT FROM xp_events WHERE user_id = $1::uuid AND source = 'course:' || $2::uuid
) AS finishes
