-- $1 user, $2 unused -> the sums of all time
SELECT coalesce(t.xp, 0) AS xp, coalesce(t.seconds, 0) AS seconds, coalesce(t.lessons, 0) AS lessons,
       coalesce(t.answers, 0) AS answers, coalesce(t.answers_correct, 0) AS answers_correct,
       coalesce(t.reviews, 0) AS reviews, coalesce(t.reviews_due, 0) AS reviews_due,
       coalesce(t.reviews_recalled, 0) AS reviews_recalled, coalesce(t.words_added, 0) AS words_added,
       (SELECT count(*) FROM user_vocabulary v WHERE v.user_id = $1::uuid AND v.state = 2) AS words_known
FROM (SELECT $1::uuid AS user_id, $2::date) AS asked
LEFT JOIN learner_totals t ON t.user_id = asked.user_id
