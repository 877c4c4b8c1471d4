-- $1 user, $2 the last card seen (null: none), $3 limit -> the learner's next words by card
SELECT u.id AS card_id, v.word, coalesce(u.own_translation, v.translation) AS translation, v.pronunciation,
       v.part_of_speech, v.example_sentence, v.example_translation, v.difficulty AS level, v.tags::text AS tags,
       u.suspended, u.state, u.next_review_at, u.last_review_at, u.interval_days, u.ease_factor, u.review_count,
       u.lapses, u.stability, u.difficulty
FROM user_vocabulary u
JOIN vocabulary v ON v.id = u.vocabulary_id
WHERE u.user_id = $1::uuid AND ($2::uuid IS NULL OR u.id > $2::uuid)
ORDER BY u.id
LIMIT $3::bigint
