-- Every sum that is not that of its rows: what, whose, of which day or week, what is stored and what the rows add up to.
WITH ledger AS (
    SELECT user_id, day, sum(amount) AS xp,
           count(*) FILTER (WHERE source LIKE 'lesson:%') - count(*) FILTER (WHERE source LIKE 'undo:lesson:%') AS lessons,
           count(*) FILTER (WHERE source LIKE 'lesson-perfect:%')
               - count(*) FILTER (WHERE source LIKE 'undo:lesson-perfect:%') AS perfect_lessons,
           count(*) FILTER (WHERE source LIKE 'course:%') - count(*) FILTER (WHERE source LIKE 'undo:course:%') AS courses,
           count(*) FILTER (WHERE source LIKE 'review:%') - count(*) FILTER (WHERE source LIKE 'undo:review:%') AS reviews
    FROM xp_events GROUP BY user_id, day
), answers AS (
    SELECT user_id, day, count(*) AS answers, count(*) FILTER (WHERE is_correct) AS answers_correct
    FROM attempt_answers GROUP BY user_id, day
), skills AS (
    SELECT user_id, day, sum(seconds) AS seconds FROM learner_day_skills GROUP BY user_id, day
), activity AS (
    SELECT user_id, day, activity_type AS skill, sum(duration_seconds) AS seconds
    FROM activities GROUP BY user_id, day, activity_type
), totals AS (
    SELECT user_id, sum(xp) AS xp, sum(seconds) AS seconds, sum(lessons) AS lessons,
           sum(perfect_lessons) AS perfect_lessons, sum(courses) AS courses, sum(answers) AS answers,
           sum(answers_correct) AS answers_correct, sum(reviews) AS reviews, sum(reviews_due) AS reviews_due,
           sum(reviews_recalled) AS reviews_recalled, sum(words_added) AS words_added
    FROM learner_days GROUP BY user_id
), weeks AS (
    SELECT user_id, date_trunc('week', day)::date AS week, sum(xp) AS xp, sum(seconds) AS seconds, sum(lessons) AS lessons
    FROM learner_days GROUP BY user_id, date_trunc('week', day)
), sums AS (
    SELECT 'users.xp' AS what, u.id AS user_id, NULL::date AS day, u.xp AS stored, l.xp AS counted
    FROM users u LEFT JOIN (SELECT user_id, sum(xp) AS xp FROM ledger GROUP BY user_id) AS l ON l.user_id = u.id
    UNION ALL
    SELECT 'learner_days.' || c.name, user_id, day, c.stored, c.counted
    FROM learner_days d
    FULL JOIN ledger l USING (user_id, day)
    FULL JOIN answers a USING (user_id, day)
    FULL JOIN skills s USING (user_id, day),
    LATERAL (VALUES ('xp', d.xp, l.xp), ('seconds', d.seconds, s.seconds), ('lessons', d.lessons, l.lessons),
                    ('perfect_lessons', d.perfect_lessons, l.perfect_lessons), ('courses', d.courses, l.courses),
                    ('answers', d.answers, a.answers), ('answers_correct', d.answers_correct, a.answers_correct),
                    ('reviews', d.reviews, l.reviews)) AS c(name, stored, counted)
    UNION ALL
    SELECT 'learner_day_skills.' || skill, user_id, day, s.seconds, a.seconds
    FROM activity a
    FULL JOIN (SELECT * FROM learner_day_skills WHERE skill NOT IN ('vocabulary', 'lessons')) AS s USING (user_id, day, skill)
    UNION ALL
    SELECT 'learner_weeks.' || c.name, user_id, week, c.stored, c.counted
    FROM learner_weeks w FULL JOIN weeks d USING (user_id, week),
    LATERAL (VALUES ('xp', w.xp, d.xp), ('seconds', w.seconds, d.seconds), ('lessons', w.lessons, d.lessons))
        AS c(name, stored, counted)
    UNION ALL
    SELECT 'learner_totals.' || c.name, user_id, NULL, c.stored, c.counted
    FROM learner_totals t FULL JOIN totals d USING (user_id),
    LATERAL (VALUES ('xp', t.xp, d.xp), ('seconds', t.seconds, d.seconds), ('lessons', t.lessons, d.lessons),
                    ('perfect_lessons', t.perfect_lessons, d.perfect_lessons), ('courses', t.courses, d.courses),
                    ('answers', t.answers, d.answers), ('answers_correct', t.answers_correct, d.answers_correct),
                    ('reviews', t.reviews, d.reviews), ('reviews_due', t.reviews_due, d.reviews_due),
                    ('reviews_recalled', t.reviews_recalled, d.reviews_recalled),
                    ('words_added', t.words_added, d.words_added)) AS c(name, stored, counted)
)
SELECT what, user_id, coalesce(day::text, '-') AS day, coalesce(stored, 0) AS stored, coalesce(counted, 0) AS counted
FROM sums
WHERE coalesce(stored, 0) <> coalesce(counted, 0)
ORDER BY what, user_id, day
