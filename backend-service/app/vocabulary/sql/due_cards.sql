-- $1 user, $2 now, $3 new words allowed, $4 limit -> due cards in queue order: learning steps, reviews by how
-- overdue they are for their interval, new words in the order they were added
WITH queue AS (
    SELECT u.id, 1 AS part, extract(epoch FROM u.next_review_at)::double precision AS rank
    FROM user_vocabulary u
    WHERE u.user_id = $1::uuid AND u.status <> 'suspended' AND u.next_review_at <= $2::timestamptz
      AND u.state <> 2 AND u.last_review_at IS NOT NULL
    UNION ALL
    SELECT u.id, 2, -extract(epoch FROM $2::timestamptz - u.next_review_at)::double precision / greatest(u.interval_days, 1)
    FROM user_vocabulary u
    WHERE u.user_id = $1::uuid AND u.status <> 'suspended' AND u.next_review_at <= $2::timestamptz AND u.state = 2
    UNION ALL
    (SELECT u.id, 3, extract(epoch FROM u.created_at)::double precision
     FROM user_vocabulary u
     WHERE u.user_id = $1::uuid AND u.status <> 'suspended' AND u.next_review_at <= $2::timestamptz
       AND u.last_review_at IS NULL
     ORDER BY u.created_at, u.id
     LIMIT $3::bigint)
)
SELECT v.id AS vocabulary_id, v.word, v.translation, v.pronunciation, v.part_of_speech, v.example_sentence,
       v.example_translation, v.language, v.difficulty AS level, v.tags::text AS tags, v.audio_url, v.image_url,
       u.id AS card_id, u.status, u.review_count, u.next_review_at, u.ease_factor, u.interval_days, u.sm2_interval_days,
       u.sm2_repetitions, u.state, coalesce(u.step, 0) AS step, u.stability, u.difficulty AS card_difficulty,
       u.last_review_at, u.lapses
FROM queue q
JOIN user_vocabulary u ON u.user_id = $1::uuid AND u.id = q.id
JOIN vocabulary v ON v.id = u.vocabulary_id
ORDER BY q.part, q.rank, u.id
LIMIT $4::bigint
