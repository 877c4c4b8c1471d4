-- $1 user, $2 now, $3 until when learning steps may be taken early, $4 start of the learner's day, $5 that day,
-- $6 new words and $7 reviews a day, $8 limit -> one row a card in queue order, each with the counts; one without a card
-- where nothing is due. Order: learning steps; reviews by how overdue they are for their interval; new words as they were
-- added; steps that are not quite due. Of a longer backlog the 1000 reviews that are due longest are looked at.
WITH done AS (
    SELECT coalesce(sum(introduced), 0)::bigint AS introduced, coalesce(sum(young + mature), 0)::bigint AS reviews
    FROM review_days
    WHERE user_id = $1::uuid AND day = $5::date
), learning AS MATERIALIZED (
    SELECT id, CASE WHEN next_review_at <= $2::timestamptz THEN 1 ELSE 4 END AS part,
           extract(epoch FROM next_review_at)::double precision AS rank
    FROM user_vocabulary
    WHERE user_id = $1::uuid AND state <> 2 AND last_review_at IS NOT NULL AND status <> 'suspended'
      AND next_review_at <= $3::timestamptz AND (buried_until IS NULL OR buried_until <= $2::timestamptz)
    ORDER BY next_review_at
    LIMIT 1000
), overdue AS (
    SELECT id, -extract(epoch FROM $2::timestamptz - next_review_at)::double precision / greatest(interval_days, 1) AS rank
    FROM user_vocabulary
    WHERE user_id = $1::uuid AND state = 2 AND status <> 'suspended' AND next_review_at <= $2::timestamptz
      AND (buried_until IS NULL OR buried_until <= $2::timestamptz)
      AND NOT (has_siblings AND sibling_asked_since($1::uuid, id, $4::timestamptz))
    ORDER BY next_review_at
    LIMIT 1000
), review AS MATERIALIZED (
    SELECT id, 2 AS part, rank
    FROM overdue
    ORDER BY rank, id
    LIMIT greatest($7::bigint - (SELECT reviews FROM done), 0)
), fresh AS MATERIALIZED (
    SELECT id, 3 AS part, extract(epoch FROM created_at)::double precision AS rank
    FROM user_vocabulary
    WHERE user_id = $1::uuid AND last_review_at IS NULL AND status <> 'suspended'
      AND next_review_at <= $2::timestamptz AND (buried_until IS NULL OR buried_until <= $2::timestamptz)
      AND NOT (has_siblings AND sibling_asked_since($1::uuid, id, $4::timestamptz))
    ORDER BY created_at, id
    LIMIT greatest($6::bigint - (SELECT introduced FROM done), 0)
), next AS (
    SELECT min(at) AS at
    FROM ((SELECT next_review_at AS at FROM user_vocabulary
           WHERE user_id = $1::uuid AND state <> 2 AND last_review_at IS NOT NULL AND status <> 'suspended'
             AND next_review_at > $2::timestamptz
           ORDER BY next_review_at LIMIT 1)
          UNION ALL
          (SELECT next_review_at FROM user_vocabulary
           WHERE user_id = $1::uuid AND state = 2 AND status <> 'suspended' AND next_review_at > $2::timestamptz
           ORDER BY next_review_at LIMIT 1)) AS coming
), queue AS (
    SELECT * FROM learning UNION ALL SELECT * FROM review UNION ALL SELECT * FROM fresh
    ORDER BY part, rank, id
    LIMIT $8::bigint
), counts AS (
    SELECT (SELECT count(*) FROM learning) AS due_learning, (SELECT count(*) FROM review) AS due_review,
           (SELECT count(*) FROM fresh) AS due_fresh, (SELECT at FROM next) AS next_due_at
)
SELECT counts.*, c.*
FROM counts
LEFT JOIN queue q ON true
LEFT JOIN learner_cards c ON c.user_id = $1::uuid AND c.card_id = q.id
ORDER BY q.part, q.rank, q.id
