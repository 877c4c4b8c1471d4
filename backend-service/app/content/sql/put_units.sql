-- $1 course, $2 units as JSON
INSERT INTO units (id, course_id, slug, title, title_vi, description, order_index)
SELECT u.id, $1::uuid, u.slug, u.title, u.title_vi, u.description, u.order_index
FROM jsonb_to_recordset($2::jsonb)
    AS u(id uuid, slug text, title text, title_vi text, description text, order_index integer)
ON CONFLICT (id) DO UPDATE
SET title = excluded.title, title_vi = excluded.title_vi, description = excluded.description,
    order_index = excluded.order_index
