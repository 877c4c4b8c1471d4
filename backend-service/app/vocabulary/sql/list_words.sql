-- $1 user, $2 status, $3 search, $4 level (null: any), $5 limit, $6 offset -> the user's words, newest first
SELECT *
FROM learner_cards
WHERE user_id = $1::uuid
  AND ($2::varchar IS NULL OR status = $2)
  AND ($3::varchar IS NULL OR position(lower($3) IN lower(word || ' ' || translation)) > 0)
  AND ($4::varchar IS NULL OR level = $4)
ORDER BY created_at DESC, card_id
LIMIT $5::bigint OFFSET $6::bigint
