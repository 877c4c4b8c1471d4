-- $1 slug
UPDATE courses SET is_published = false, updated_at = now() WHERE slug = $1
