-- $1 user -> totals, and the points of the best day; no row before the first deed
SELECT t.*, coalesce((SELECT max(d.xp) FROM learner_days d WHERE d.user_id = t.user_id), 0) AS day_xp
FROM learner_totals t
WHERE t.user_id = $1::uuid
