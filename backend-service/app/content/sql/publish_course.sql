-- $1 course, $2 published?, $3 who looks -> the course, or no row
UPDATE courses c
SET is_published = $2::boolean, updated_at = now()
WHERE id = $1::uuid
RETURNING c.id, c.slug, c.title, c.language, c.level, c.edition, c.total_lessons, c.is_published, c.updated_at,
          c.author_id IS NOT DISTINCT FROM $3::uuid AS is_own
