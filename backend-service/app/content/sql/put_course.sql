-- $1 the course as JSON, $2 from content/?, $3 owner or null, $4 publish it if it is new?
INSERT INTO courses (id, slug, title, title_vi, description, description_vi, language, level, thumbnail_url,
                     from_content, author_id, is_published)
SELECT c.id, c.slug, c.title, c.title_vi, c.description, c.description_vi, c.language, c.level, c.thumbnail_url,
       $2::boolean, $3::uuid, $4::boolean
FROM jsonb_to_record($1::jsonb) AS c(id uuid, slug text, title text, title_vi text, description text,
                                     description_vi text, language text, level text, thumbnail_url text)
ON CONFLICT (id) DO UPDATE
SET title = excluded.title, title_vi = excluded.title_vi, description = excluded.description,
    description_vi = excluded.description_vi, language = excluded.language, level = excluded.level,
    thumbnail_url = excluded.thumbnail_url, edition = courses.edition + 1, updated_at = now()
