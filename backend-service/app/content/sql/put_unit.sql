-- $1 id, $2 course, $3 slug, $4 title, $5 Vietnamese title, $6 description, $7 order
INSERT INTO units (id, course_id, slug, title, title_vi, description, order_index)
VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::integer)
ON CONFLICT (id) DO UPDATE
SET title = excluded.title, title_vi = excluded.title_vi, description = excluded.description,
    order_index = excluded.order_index
