-- $1 course, $2 slugs of the courses that it builds on, as JSON -> what is wrong with them, or no row
WITH wanted AS (
    SELECT DISTINCT slug FROM jsonb_array_elements_text($2::jsonb) AS slug
), gone AS (
    DELETE FROM course_prerequisites
    WHERE course_id = $1::uuid AND requires_id NOT IN (SELECT c.id FROM courses c JOIN wanted USING (slug))
), added AS (
    INSERT INTO course_prerequisites (course_id, requires_id)
    SELECT $1::uuid, c.id FROM courses c JOIN wanted USING (slug) WHERE c.id <> $1::uuid
    ON CONFLICT (course_id, requires_id) DO NOTHING
)
SELECT 'there is no other course ' || slug AS wrong
FROM wanted
WHERE NOT EXISTS (SELECT FROM courses c WHERE c.slug = wanted.slug AND c.id <> $1::uuid)
LIMIT 1
