-- The published courses that come from content/
SELECT slug FROM courses WHERE from_content AND is_published ORDER BY slug
