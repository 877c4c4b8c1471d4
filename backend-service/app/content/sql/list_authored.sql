-- $1 user, $2 every course (an administrator), or only the user's own?, $3 limit, $4 offset -> courses, drafts included,
-- and how many there are
SELECT c.id, c.slug, c.title, c.language, c.level, c.edition, c.total_lessons, c.is_published, c.updated_at,
       c.author_id IS NOT DISTINCT FROM $1::uuid AS is_own, count(*) OVER () AS total
FROM courses c
WHERE $2::boolean OR c.author_id = $1::uuid
ORDER BY c.updated_at DESC, c.id
LIMIT $3::bigint OFFSET $4::bigint
