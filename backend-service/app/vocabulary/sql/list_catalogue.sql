-- $1 user, $2 status, $3 search, $4 level (null: any), $5 limit, $6 offset -> catalogue words with the user's card,
-- if there is one
SELECT v.id AS vocabulary_id, v.word, coalesce(u.own_translation, v.translation) AS translation, v.pronunciation,
       v.part_of_speech, v.example_sentence, v.example_translation, v.language, v.difficulty AS level,
       v.tags::text AS tags, v.audio_url, v.image_url, u.note, u.id AS card_id, u.review_count, u.next_review_at,
       u.ease_factor, u.interval_days, u.sm2_interval_days, u.sm2_repetitions, u.state, coalesce(u.step, 0) AS step,
       u.stability, u.difficulty AS card_difficulty, u.last_review_at, u.lapses, u.suspended, u.leech_pardoned,
       u.buried_until, v.owner_id IS NOT NULL AS is_own
FROM vocabulary v
LEFT JOIN user_vocabulary u ON u.vocabulary_id = v.id AND u.user_id = $1::uuid
WHERE v.owner_id IS NULL AND NOT v.is_retired
  AND ($2::varchar IS NULL OR u.status = $2)
  AND ($3::varchar IS NULL OR position(lower($3) IN lower(v.word || ' ' || v.translation)) > 0)
  AND ($4::varchar IS NULL OR v.difficulty = $4)
ORDER BY lower(v.word), v.id
LIMIT $5::bigint OFFSET $6::bigint
