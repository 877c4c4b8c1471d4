-- How a learner stands in a course, said once for every statement that shows it. Table functions, because the planner
-- puts their one SELECT in place of the call; a scalar one would run for each row.

-- Does the course wait for courses that it builds on? Not for who is at its level already.
CREATE FUNCTION course_lock(learner uuid, course uuid, course_level varchar)
RETURNS TABLE (is_locked boolean) LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM course_prerequisites q
        JOIN courses r ON r.id = q.requires_id AND r.is_published
        JOIN users u ON u.id = learner AND u.level < course_level
        WHERE q.course_id = course AND NOT EXISTS (
            SELECT FROM course_completions o WHERE o.user_id = learner AND o.course_id = r.id))
$$;

CREATE FUNCTION course_standing(learner uuid, course uuid, course_level varchar, lessons_in_all integer)
RETURNS TABLE (is_enrolled boolean, is_completed boolean, is_locked boolean, completed_lessons bigint, stars bigint,
               progress_percentage bigint) LANGUAGE sql STABLE AS $$
    SELECT e.user_id IS NOT NULL, d.user_id IS NOT NULL, d.user_id IS NULL AND k.is_locked, done.lessons, done.stars,
           CASE WHEN lessons_in_all = 0 THEN 0 ELSE least(100, 100 * done.lessons / lessons_in_all) END
    FROM course_lock(learner, course, course_level) AS k
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE p.status = 'completed') AS lessons, coalesce(sum(p.stars), 0) AS stars
        FROM user_progress p JOIN lessons l ON l.id = p.lesson_id AND NOT l.is_retired
        WHERE p.user_id = learner AND p.course_id = course) AS done
    LEFT JOIN enrolments e ON e.user_id = learner AND e.course_id = course
    LEFT JOIN course_completions d ON d.user_id = learner AND d.course_id = course
$$;
