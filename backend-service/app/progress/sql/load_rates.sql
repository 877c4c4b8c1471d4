-- $1 user, $2 from day, $3 the same as a time -> words known (all time), accuracy and retention (since then, null: no data)
SELECT (SELECT count(*) FROM user_vocabulary v WHERE v.user_id = $1::uuid AND v.state = 2) AS words_known,
       (SELECT avg(a.is_correct::integer)::double precision FROM attempt_answers a
        WHERE a.user_id = $1::uuid AND a.answered_at >= $3::timestamptz) AS accuracy,
       (SELECT avg((r.rating > 1)::integer)::double precision FROM review_log r
        WHERE r.user_id = $1::uuid AND r.day >= $2::date AND r.state_before = 2) AS retention
