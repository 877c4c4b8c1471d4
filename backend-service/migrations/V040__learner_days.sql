-- What was done, summed by day, by week and in all, in the transaction that does it: statistics, goals,
-- achievements and the leaderboard read these and never the history. `backend-service check` compares
-- them with the rows that they are the sum of.

-- Undoing adds a row "undo:<source>" with the amount negated; no row is ever changed or removed.
ALTER TABLE xp_events ALTER COLUMN source TYPE varchar(140);
ALTER TABLE xp_events DROP CONSTRAINT xp_events_amount_check;
ALTER TABLE xp_events ADD CONSTRAINT xp_events_amount_check
    CHECK (amount <> 0 AND (amount < 0) = (source LIKE 'undo:%'));

CREATE TABLE learner_days (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day date NOT NULL,  -- the learner's day
    xp integer NOT NULL DEFAULT 0 CHECK (xp >= 0),
    seconds integer NOT NULL DEFAULT 0 CHECK (seconds >= 0),
    lessons integer NOT NULL DEFAULT 0 CHECK (lessons >= 0),  -- completed for the first time
    perfect_lessons integer NOT NULL DEFAULT 0 CHECK (perfect_lessons >= 0),
    courses integer NOT NULL DEFAULT 0 CHECK (courses >= 0),  -- completed
    answers integer NOT NULL DEFAULT 0 CHECK (answers >= 0),
    answers_correct integer NOT NULL DEFAULT 0 CHECK (answers_correct BETWEEN 0 AND answers),
    reviews integer NOT NULL DEFAULT 0 CHECK (reviews >= 0),
    reviews_due integer NOT NULL DEFAULT 0 CHECK (reviews_due BETWEEN 0 AND reviews),  -- of words past their learning steps
    reviews_recalled integer NOT NULL DEFAULT 0 CHECK (reviews_recalled BETWEEN 0 AND reviews_due),
    words_added integer NOT NULL DEFAULT 0 CHECK (words_added >= 0),
    last_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, day)
);

CREATE TABLE learner_day_skills (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day date NOT NULL,
    skill varchar(40) NOT NULL CHECK (skill <> ''),
    seconds integer NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (user_id, day, skill)
);

CREATE TABLE learner_weeks (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    week date NOT NULL CHECK (extract(isodow FROM week) = 1),  -- the Monday of the learner's week
    xp integer NOT NULL DEFAULT 0 CHECK (xp >= 0),
    seconds integer NOT NULL DEFAULT 0 CHECK (seconds >= 0),
    lessons integer NOT NULL DEFAULT 0 CHECK (lessons >= 0),
    PRIMARY KEY (user_id, week)
);

CREATE TABLE learner_totals (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    xp bigint NOT NULL DEFAULT 0 CHECK (xp >= 0),
    seconds bigint NOT NULL DEFAULT 0 CHECK (seconds >= 0),
    lessons integer NOT NULL DEFAULT 0 CHECK (lessons >= 0),
    perfect_lessons integer NOT NULL DEFAULT 0 CHECK (perfect_lessons >= 0),
    courses integer NOT NULL DEFAULT 0 CHECK (courses >= 0),
    answers integer NOT NULL DEFAULT 0 CHECK (answers >= 0),
    answers_correct integer NOT NULL DEFAULT 0 CHECK (answers_correct BETWEEN 0 AND answers),
    reviews integer NOT NULL DEFAULT 0 CHECK (reviews >= 0),
    reviews_due integer NOT NULL DEFAULT 0 CHECK (reviews_due BETWEEN 0 AND reviews),
    reviews_recalled integer NOT NULL DEFAULT 0 CHECK (reviews_recalled BETWEEN 0 AND reviews_due),
    words_added integer NOT NULL DEFAULT 0 CHECK (words_added >= 0),
    chat_seconds bigint NOT NULL DEFAULT 0 CHECK (chat_seconds >= 0),  -- of the skill ai_chat
    speaking_seconds bigint NOT NULL DEFAULT 0 CHECK (speaking_seconds >= 0)  -- of speaking and pronunciation
);

-- What was there before. A zone that PostgreSQL does not know counts as UTC, as in core/learner_day.
CREATE TEMPORARY TABLE zones ON COMMIT DROP AS
SELECT u.id AS user_id, coalesce(z.name, 'UTC') AS zone
FROM users u LEFT JOIN pg_timezone_names z ON z.name = u.time_zone;

ALTER TABLE attempt_answers ADD COLUMN day date;  -- the learner's day
UPDATE attempt_answers a
SET day = ((a.answered_at AT TIME ZONE z.zone) - interval '4 hours')::date
FROM zones z WHERE z.user_id = a.user_id;
ALTER TABLE attempt_answers ALTER COLUMN day SET NOT NULL;

CREATE TEMPORARY TABLE deeds ON COMMIT DROP AS
SELECT user_id, day, occurred_at AS at, '' AS skill, 0 AS seconds, amount AS xp,
       (source LIKE 'lesson:%')::integer AS lessons, (source LIKE 'lesson-perfect:%')::integer AS perfect_lessons,
       0 AS answers, 0 AS answers_correct, 0 AS reviews, 0 AS reviews_due, 0 AS reviews_recalled, 0 AS words_added
FROM xp_events
UNION ALL
SELECT user_id, day, answered_at, '', 0, 0, 0, 0, 1, is_correct::integer, 0, 0, 0, 0 FROM attempt_answers
UNION ALL
SELECT user_id, day, reviewed_at, 'vocabulary', round(coalesce(time_spent_ms, 0) / 1000.0)::integer, 0, 0, 0, 0, 0, 1,
       (state_before = 2)::integer, (state_before = 2 AND rating > 1)::integer, 0
FROM review_log
UNION ALL
SELECT user_id, day, occurred_at, activity_type, duration_seconds, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM activities
UNION ALL
SELECT p.user_id, ((p.updated_at AT TIME ZONE z.zone) - interval '4 hours')::date, p.updated_at, 'lessons',
       p.time_spent_seconds, 0, 0, 0, 0, 0, 0, 0, 0, 0
FROM user_progress p JOIN zones z USING (user_id)
UNION ALL
SELECT v.user_id, ((v.created_at AT TIME ZONE z.zone) - interval '4 hours')::date, v.created_at, '',
       0, 0, 0, 0, 0, 0, 0, 0, 0, 1
FROM user_vocabulary v JOIN zones z USING (user_id);

INSERT INTO learner_days
SELECT user_id, day, sum(xp), sum(seconds), sum(lessons), sum(perfect_lessons), 0, sum(answers), sum(answers_correct),
       sum(reviews), sum(reviews_due), sum(reviews_recalled), sum(words_added), max(at)
FROM deeds GROUP BY user_id, day;
INSERT INTO learner_day_skills
SELECT user_id, day, skill, sum(seconds) FROM deeds WHERE skill <> '' AND seconds > 0 GROUP BY user_id, day, skill;
INSERT INTO learner_weeks
SELECT user_id, date_trunc('week', day)::date, sum(xp), sum(seconds), sum(lessons)
FROM learner_days GROUP BY user_id, date_trunc('week', day);
INSERT INTO learner_totals
SELECT user_id, sum(xp), sum(seconds), sum(lessons), sum(perfect_lessons), 0, sum(answers), sum(answers_correct),
       sum(reviews), sum(reviews_due), sum(reviews_recalled), sum(words_added),
       (SELECT coalesce(sum(s.seconds), 0) FROM learner_day_skills s WHERE s.user_id = d.user_id AND s.skill = 'ai_chat'),
       (SELECT coalesce(sum(s.seconds), 0) FROM learner_day_skills s
        WHERE s.user_id = d.user_id AND s.skill IN ('speaking', 'pronunciation'))
FROM learner_days d GROUP BY user_id;
