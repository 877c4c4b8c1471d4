-- $1 user, $2 from -> the sums of the days since then
SELECT coalesce(sum(xp), 0) AS xp, coalesce(sum(seconds), 0) AS seconds, coalesce(sum(lessons), 0) AS lessons,
       coalesce(sum(answers), 0) AS answers, coalesce(sum(answers_correct), 0) AS answers_correct,
       coalesce(sum(reviews), 0) AS reviews, coalesce(sum(reviews_due), 0) AS reviews_due,
       coalesce(sum(reviews_recalled), 0) AS reviews_recalled, coalesce(sum(words_added), 0) AS words_added,
       (SELECT count(*) FROM user_vocabulary v WHERE v.user_id = $1::uuid AND v.state = 2) AS words_known
FROM learner_days
WHERE user_id = $1::uuid AND day >= $2::date
