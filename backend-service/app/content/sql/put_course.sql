-- $1 id, $2 slug, $3 title, $4 Vietnamese title, $5 description, $6 Vietnamese description, $7 language, $8 level,
-- $9 thumbnail. Its lessons and exercises are retired until the pack puts them back.
WITH lessons_out AS (UPDATE lessons SET is_retired = true WHERE course_id = $1::uuid),
exercises_out AS (
    UPDATE exercises SET is_retired = true WHERE lesson_id IN (SELECT id FROM lessons WHERE course_id = $1::uuid)
)
INSERT INTO courses (id, slug, title, title_vi, description, description_vi, language, level, thumbnail_url, is_published)
VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, true)
ON CONFLICT (id) DO UPDATE
SET title = excluded.title, title_vi = excluded.title_vi, description = excluded.description,
    description_vi = excluded.description_vi, language = excluded.language, level = excluded.level,
    thumbnail_url = excluded.thumbnail_url, updated_at = now()
