-- $1 user, $2 status, $3 search, $4 level (null: any) -> total of what list_words pages through
SELECT count(*) AS total
FROM user_vocabulary u
JOIN vocabulary v ON v.id = u.vocabulary_id
WHERE u.user_id = $1::uuid
  AND ($2::varchar IS NULL OR u.status = $2)
  AND ($3::varchar IS NULL OR position(lower($3) IN lower(v.word || ' ' || coalesce(u.own_translation, v.translation))) > 0)
  AND ($4::varchar IS NULL OR v.difficulty = $4)
