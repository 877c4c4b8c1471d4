-- $1 user, $2 course -> the course as it stands for the user if it is published, or no row
SELECT c.id, c.title, c.title_vi, c.description, c.description_vi, c.language, c.level, c.thumbnail_url, c.total_lessons,
       c.estimated_minutes, c.edition, s.*
FROM courses c
CROSS JOIN LATERAL course_standing($1::uuid, c.id, c.level, c.total_lessons) AS s
WHERE c.id = $2::uuid AND c.is_published
