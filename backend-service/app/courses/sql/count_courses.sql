-- $1 language, $2 level, $3 search (null: any) -> how many published courses there are
SELECT count(*) AS total
FROM courses
WHERE is_published
  AND ($1::varchar IS NULL OR language = $1)
  AND ($2::varchar IS NULL OR level = $2)
  AND ($3::text IS NULL OR search @@ lexi_query($3))
