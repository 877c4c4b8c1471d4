-- $1 user, $2 now, $3 lapses that make a leech -> how the learner's words stand
SELECT count(*) AS total,
       count(*) FILTER (WHERE status = 'learning') AS learning,
       count(*) FILTER (WHERE status = 'reviewing') AS reviewing,
       count(*) FILTER (WHERE status = 'mastered') AS mastered,
       count(*) FILTER (WHERE status = 'suspended') AS suspended,
       count(*) FILTER (WHERE last_review_at IS NULL) AS fresh,
       count(*) FILTER (WHERE status <> 'suspended' AND next_review_at <= $2::timestamptz) AS due,
       count(*) FILTER (WHERE lapses >= $3::integer) AS leeches
FROM user_vocabulary
WHERE user_id = $1::uuid
