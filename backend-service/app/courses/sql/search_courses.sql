-- As list_courses, but those that $4 finds, the best match first
SELECT c.id, c.title, c.title_vi, c.description, c.description_vi, c.language, c.level, c.thumbnail_url, c.total_lessons,
       c.estimated_minutes, c.edition, c.total,
       e.user_id IS NOT NULL AS is_enrolled,
       d.user_id IS NOT NULL AS is_completed,
       d.user_id IS NULL AND EXISTS (
           SELECT FROM course_prerequisites q
           JOIN courses r ON r.id = q.requires_id AND r.is_published
           JOIN users u ON u.id = $1::uuid AND u.level < c.level
           WHERE q.course_id = c.id AND NOT EXISTS (
               SELECT FROM course_completions o WHERE o.user_id = $1::uuid AND o.course_id = r.id)) AS is_locked,
       done.lessons AS completed_lessons, done.stars,
       CASE WHEN c.total_lessons = 0 THEN 0 ELSE least(100, 100 * done.lessons / c.total_lessons) END AS progress_percentage
FROM (
    SELECT id, title, title_vi, description, description_vi, language, level, thumbnail_url, total_lessons,
           estimated_minutes, edition, count(*) OVER () AS total,
           ts_rank(search, lexi_query($4)) AS rank
    FROM courses
    WHERE is_published AND search @@ lexi_query($4)
      AND ($2::varchar IS NULL OR language = $2) AND ($3::varchar IS NULL OR level = $3)
    ORDER BY rank DESC, level, title, id
    LIMIT $5::bigint OFFSET $6::bigint
) AS c
LEFT JOIN enrolments e ON e.user_id = $1::uuid AND e.course_id = c.id
LEFT JOIN course_completions d ON d.user_id = $1::uuid AND d.course_id = c.id
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE p.status = 'completed') AS lessons, coalesce(sum(p.stars), 0) AS stars
    FROM user_progress p JOIN lessons l ON l.id = p.lesson_id AND NOT l.is_retired
    WHERE p.user_id = $1::uuid AND p.course_id = c.id) AS done
ORDER BY c.rank DESC, c.level, c.title, c.id
