-- $1 user, $2 status, $3 search, $4 level (null: any) -> total of what list_words pages through
SELECT count(*) AS total
FROM learner_cards
WHERE user_id = $1::uuid
  AND ($2::varchar IS NULL OR status = $2)
  AND ($3::varchar IS NULL OR position(lower($3) IN lower(word || ' ' || translation)) > 0)
  AND ($4::varchar IS NULL OR level = $4)
