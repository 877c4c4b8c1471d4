-- $1 language, $2 level, $3 search (null: any) -> total of what list_courses pages through
SELECT count(*) AS total
FROM courses c
WHERE c.is_published
  AND ($1::varchar IS NULL OR c.language = $1)
  AND ($2::varchar IS NULL OR c.level = $2)
  AND ($3::varchar IS NULL OR position(lower($3) IN lower(c.title || ' ' || coalesce(c.title_vi, '') || ' ' || c.description)) > 0)
