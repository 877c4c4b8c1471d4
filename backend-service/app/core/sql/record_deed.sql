-- $1 user, $2 the learner's day, $3 when, $4 prizes as [{source, amount}], $5 counts for the streak?, $6 skill, then the
-- tally: $7 seconds, $8 lessons, $9 perfect lessons, $10 answers, $11 right answers, $12 reviews, $13 reviews of due
-- words, $14 recalled, $15 words, $16 courses -> points, whether the day is new in the streak, the learner's
-- totals, the points of the day, the codes of what is unlocked, and the streak as load_streak gives it, before this
-- deed's day (a row for each excused day after its last day).
-- The ledger and every sum of it, once the learner's row is locked.
WITH learner AS MATERIALIZED (
    SELECT id, coalesce((settings->>'leaderboard')::boolean, true) AS is_shown FROM users WHERE id = $1::uuid FOR NO KEY UPDATE
), ledger AS (
    INSERT INTO xp_events (user_id, source, amount, day, occurred_at)
    SELECT learner.id, prize.source, prize.amount, $2::date, $3::timestamptz
    FROM learner, jsonb_to_recordset($4::jsonb) AS prize(source text, amount integer)
    ON CONFLICT (user_id, source) DO NOTHING
    RETURNING amount
), earned AS (
    SELECT learner.id AS user_id, learner.is_shown, (SELECT coalesce(sum(amount), 0)::integer FROM ledger) AS xp FROM learner
), account AS (
    UPDATE users SET xp = users.xp + earned.xp FROM earned WHERE users.id = earned.user_id AND earned.xp <> 0
), streak AS (
    INSERT INTO streak_days (user_id, day)
    SELECT user_id, $2::date FROM earned WHERE $5::boolean
    ON CONFLICT (user_id, day) DO NOTHING
    RETURNING day
), skill AS (
    INSERT INTO learner_day_skills AS s (user_id, day, skill, seconds)
    SELECT user_id, $2::date, $6::text, $7::integer FROM earned WHERE $6::text <> '' AND $7::integer > 0
    ON CONFLICT (user_id, day, skill) DO UPDATE SET seconds = s.seconds + excluded.seconds
), week AS (
    INSERT INTO learner_weeks AS w (user_id, week, xp, seconds, lessons, is_shown)
    SELECT user_id, date_trunc('week', $2::date)::date, xp, $7::integer, $8::integer, is_shown FROM earned
    ON CONFLICT (user_id, week) DO UPDATE
    SET xp = w.xp + excluded.xp, seconds = w.seconds + excluded.seconds, lessons = w.lessons + excluded.lessons
), day AS (
    INSERT INTO learner_days AS d (user_id, day, xp, seconds, lessons, perfect_lessons, answers, answers_correct,
                                   reviews, reviews_due, reviews_recalled, words_added, courses, last_at)
    SELECT user_id, $2::date, xp, $7::integer, $8::integer, $9::integer, $10::integer, $11::integer,
           $12::integer, $13::integer, $14::integer, $15::integer, $16::integer, $3::timestamptz
    FROM earned
    ON CONFLICT (user_id, day) DO UPDATE
    SET xp = d.xp + excluded.xp,
        seconds = d.seconds + excluded.seconds,
        lessons = d.lessons + excluded.lessons,
        perfect_lessons = d.perfect_lessons + excluded.perfect_lessons,
        answers = d.answers + excluded.answers,
        answers_correct = d.answers_correct + excluded.answers_correct,
        reviews = d.reviews + excluded.reviews,
        reviews_due = d.reviews_due + excluded.reviews_due,
        reviews_recalled = d.reviews_recalled + excluded.reviews_recalled,
        words_added = d.words_added + excluded.words_added,
        courses = d.courses + excluded.courses,
        last_at = greatest(d.last_at, excluded.last_at)
    RETURNING d.xp
), total AS (
    INSERT INTO learner_totals AS t (user_id, xp, seconds, lessons, perfect_lessons, answers, answers_correct,
                                     reviews, reviews_due, reviews_recalled, words_added, courses, chat_seconds,
                                     speaking_seconds)
    SELECT user_id, xp, $7::integer, $8::integer, $9::integer, $10::integer, $11::integer,
           $12::integer, $13::integer, $14::integer, $15::integer, $16::integer,
           CASE WHEN $6 = 'ai_chat' THEN $7::integer ELSE 0 END,
           CASE WHEN $6 IN ('speaking', 'pronunciation') THEN $7::integer ELSE 0 END
    FROM earned
    ON CONFLICT (user_id) DO UPDATE
    SET xp = t.xp + excluded.xp,
        seconds = t.seconds + excluded.seconds,
        lessons = t.lessons + excluded.lessons,
        perfect_lessons = t.perfect_lessons + excluded.perfect_lessons,
        answers = t.answers + excluded.answers,
        answers_correct = t.answers_correct + excluded.answers_correct,
        reviews = t.reviews + excluded.reviews,
        reviews_due = t.reviews_due + excluded.reviews_due,
        reviews_recalled = t.reviews_recalled + excluded.reviews_recalled,
        words_added = t.words_added + excluded.words_added,
        courses = t.courses + excluded.courses,
        chat_seconds = t.chat_seconds + excluded.chat_seconds,
        speaking_seconds = t.speaking_seconds + excluded.speaking_seconds
    RETURNING *
)
SELECT earned.xp AS xp_earned, EXISTS (SELECT FROM streak) AS is_new_day, total.*, day.xp AS day_xp,
       (SELECT coalesce(json_agg(a.code), '[]') FROM user_achievements a WHERE a.user_id = $1::uuid) AS unlocked,
       s.current_streak, s.longest_streak, s.last_activity_date, s.total_days_active, s.reserve, s.lost_on, e.day AS excused
FROM earned
CROSS JOIN total
CROSS JOIN day
LEFT JOIN streaks s ON s.user_id = earned.user_id
LEFT JOIN streak_excused e ON e.user_id = s.user_id AND e.day > s.last_activity_date
ORDER BY e.day
