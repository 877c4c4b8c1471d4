-- As list_courses, but those that $4 finds, the best match first
SELECT c.*, s.*
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
CROSS JOIN LATERAL course_standing($1::uuid, c.id, c.level, c.total_lessons) AS s
ORDER BY c.rank DESC, c.level, c.title, c.id
