-- $1 id, $2 course, $3 unit, $4 slug, $5 title, $6 Vietnamese title, $7 description, $8 order in the course, $9 content,
-- $10 minutes
INSERT INTO lessons (id, course_id, unit_id, slug, title, title_vi, description, order_index, content, estimated_minutes)
VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::integer, $9::jsonb, $10::integer)
ON CONFLICT (id) DO UPDATE
SET title = excluded.title, title_vi = excluded.title_vi, description = excluded.description,
    order_index = excluded.order_index, content = excluded.content,
    estimated_minutes = excluded.estimated_minutes, is_retired = false
