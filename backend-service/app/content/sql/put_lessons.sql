-- $1 course, $2 lessons as JSON
INSERT INTO lessons (id, course_id, unit_id, slug, title, title_vi, description, order_index, content, estimated_minutes)
SELECT l.id, $1::uuid, l.unit_id, l.slug, l.title, l.title_vi, l.description, l.order_index, l.content, l.estimated_minutes
FROM jsonb_to_recordset($2::jsonb)
    AS l(id uuid, unit_id uuid, slug text, title text, title_vi text, description text, order_index integer,
         content jsonb, estimated_minutes integer)
ON CONFLICT (id) DO UPDATE
SET title = excluded.title, title_vi = excluded.title_vi, description = excluded.description,
    order_index = excluded.order_index, content = excluded.content,
    estimated_minutes = excluded.estimated_minutes, is_retired = false
