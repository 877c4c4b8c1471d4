-- $1 course -> what is wrong, where it builds on itself by way of others, or no row
WITH RECURSIVE below(id) AS (
    SELECT requires_id FROM course_prerequisites WHERE course_id = $1::uuid
    UNION
    SELECT p.requires_id FROM course_prerequisites p JOIN below ON below.id = p.course_id
)
SELECT 'it builds on itself by way of other courses' AS wrong FROM below WHERE id = $1::uuid
