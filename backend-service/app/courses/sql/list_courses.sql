-- $1 user, $2 language, $3 level (null: any), $4 is not looked at, $5 limit, $6 offset -> published courses as they
-- stand for the user, and how many there are in all
SELECT c.*, s.*
FROM (
    SELECT id, title, title_vi, description, description_vi, language, level, thumbnail_url, total_lessons,
           estimated_minutes, edition, count(*) OVER () AS total
    FROM courses
    WHERE is_published AND ($2::varchar IS NULL OR language = $2) AND ($3::varchar IS NULL OR level = $3)
      AND $4::text IS NULL
    ORDER BY level, title, id
    LIMIT $5::bigint OFFSET $6::bigint
) AS c
CROSS JOIN LATERAL course_standing($1::uuid, c.id, c.level, c.total_lessons) AS s
ORDER BY c.level, c.title, c.id
