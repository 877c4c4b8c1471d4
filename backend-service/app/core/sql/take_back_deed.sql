-- $1 user, $2 the learner's day of the deed, $3 now, $4 prizes as [{source}], $5 skill, then what its tally was:
-- $6 seconds, $7 lessons, $8 perfect lessons, $9 answers, $10 right answers, $11 reviews, $12 reviews of due words,
-- $13 recalled, $14 words, $15 courses -> points (none, or negative). What was taken back before is not taken again.
WITH learner AS MATERIALIZED (
    SELECT id FROM users WHERE id = $1::uuid FOR NO KEY UPDATE
), ledger AS (
    INSERT INTO xp_events (user_id, source, amount, day, occurred_at)
    SELECT e.user_id, 'undo:' || e.source, -e.amount, $2::date, $3::timestamptz
    FROM learner, jsonb_to_recordset($4::jsonb) AS prize(source text)
    JOIN xp_events e ON e.user_id = $1::uuid AND e.source = prize.source
    ON CONFLICT (user_id, source) DO NOTHING
    RETURNING amount
), earned AS (
    SELECT learner.id AS user_id, (SELECT coalesce(sum(amount), 0)::integer FROM ledger) AS xp FROM learner
), account AS (
    UPDATE users SET xp = users.xp + earned.xp FROM earned WHERE users.id = earned.user_id AND earned.xp <> 0
), skill AS (
    UPDATE learner_day_skills s SET seconds = s.seconds - $6::integer
    FROM earned WHERE s.user_id = earned.user_id AND s.day = $2::date AND s.skill = $5
), week AS (
    UPDATE learner_weeks w
    SET xp = w.xp + earned.xp, seconds = w.seconds - $6::integer, lessons = w.lessons - $7::integer
    FROM earned WHERE w.user_id = earned.user_id AND w.week = date_trunc('week', $2::date)::date
), day AS (
    UPDATE learner_days d
    SET xp = d.xp + earned.xp,
        seconds = d.seconds - $6::integer,
        lessons = d.lessons - $7::integer,
        perfect_lessons = d.perfect_lessons - $8::integer,
        answers = d.answers - $9::integer,
        answers_correct = d.answers_correct - $10::integer,
        reviews = d.reviews - $11::integer,
        reviews_due = d.reviews_due - $12::integer,
        reviews_recalled = d.reviews_recalled - $13::integer,
        words_added = d.words_added - $14::integer,
        courses = d.courses - $15::integer
    FROM earned WHERE d.user_id = earned.user_id AND d.day = $2::date
), total AS (
    UPDATE learner_totals t
    SET xp = t.xp + earned.xp,
        seconds = t.seconds - $6::integer,
        lessons = t.lessons - $7::integer,
        perfect_lessons = t.perfect_lessons - $8::integer,
        answers = t.answers - $9::integer,
        answers_correct = t.answers_correct - $10::integer,
        reviews = t.reviews - $11::integer,
        reviews_due = t.reviews_due - $12::integer,
        reviews_recalled = t.reviews_recalled - $13::integer,
        words_added = t.words_added - $14::integer,
        courses = t.courses - $15::integer,
        chat_seconds = t.chat_seconds - CASE WHEN $5 = 'ai_chat' THEN $6::integer ELSE 0 END,
        speaking_seconds = t.speaking_seconds
            - CASE WHEN $5 IN ('speaking', 'pronunciation') THEN $6::integer ELSE 0 END
    FROM earned WHERE t.user_id = earned.user_id
)
SELECT xp AS xp_earned FROM earned
