-- $1 user, $2 status, $3 search, $4 level (null: any) -> total of what list_catalogue pages through
SELECT count(*) AS total
FROM vocabulary v
LEFT JOIN user_vocabulary u ON u.vocabulary_id = v.id AND u.user_id = $1::uuid
WHERE v.owner_id IS NULL AND NOT v.is_retired
  AND ($2::varchar IS NULL OR u.status = $2)
  AND ($3::varchar IS NULL OR position(lower($3) IN lower(v.word || ' ' || v.translation)) > 0)
  AND ($4::varchar IS NULL OR v.difficulty = $4)
