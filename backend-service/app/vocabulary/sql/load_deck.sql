-- $1 user, $2 the learner's day, $3 time zone, $4 days ahead, $5 now -> words met before, those of like due day and
-- like stability as one row (at most some forty a day, however many words); later days count as $4
SELECT least(greatest(d.due - $2::date, 0), $4::integer) AS due_in,
       count(*) AS words,
       count(*) FILTER (WHERE d.due < $2::date) AS overdue,
       round(avg(d.elapsed))::integer AS elapsed,
       exp(avg(ln(d.stability))) AS stability,
       avg(d.difficulty) AS difficulty
FROM (
    SELECT (next_review_at AT TIME ZONE $3::text - interval '4 hours')::date AS due,
           greatest(extract(epoch FROM $5::timestamptz - last_review_at) / 86400, 0) AS elapsed,
           stability, difficulty
    FROM user_vocabulary
    WHERE user_id = $1::uuid AND status <> 'suspended' AND last_review_at IS NOT NULL AND stability IS NOT NULL
) AS d
GROUP BY 1, round(ln(d.stability) * 2)
ORDER BY 1, 5
