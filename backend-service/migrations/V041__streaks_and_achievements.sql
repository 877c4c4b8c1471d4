-- Freezes and repairs. The streak is a fold over the active and the excused days (core/streak.hpp); what
-- is stored is its state as of the last active day.
ALTER TABLE streaks ADD COLUMN reserve smallint NOT NULL DEFAULT 0 CHECK (reserve BETWEEN 0 AND 14);
ALTER TABLE streaks ADD COLUMN lost_on date;

-- Days without anything that cost nothing: repaired, or never lived by who travelled east.
CREATE TABLE streak_excused (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day date NOT NULL,
    reason varchar(20) NOT NULL CHECK (reason IN ('repair', 'travel')),
    excused_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, day)
);

-- Where a learner was: from `since` on, the day is that of `time_zone`, and never before `first_day`,
-- which the learner had reached in the zone before. Nothing for who never moved.
CREATE TABLE learner_zones (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    since timestamptz NOT NULL,
    time_zone varchar(64) NOT NULL,
    first_day date NOT NULL,
    PRIMARY KEY (user_id, since)
);

CREATE TABLE user_achievements (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code varchar(60) NOT NULL,
    unlocked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, code)
);

-- The leaderboard shows who takes part. What it reads is one range of this index.
ALTER TABLE learner_weeks ADD COLUMN is_shown boolean NOT NULL DEFAULT true;
CREATE INDEX learner_weeks_ranking ON learner_weeks (week, xp DESC, user_id) WHERE is_shown AND xp > 0;

-- One goal a learner; none: a week's worth of users.daily_goal.
CREATE TABLE weekly_goals (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    kind varchar(10) NOT NULL CHECK (kind IN ('xp', 'minutes', 'lessons')),
    target integer NOT NULL CHECK (target > 0),
    updated_at timestamptz NOT NULL
);

-- The last things done, newest first.
CREATE INDEX user_progress_recent ON user_progress (user_id, updated_at DESC);
CREATE INDEX activities_recent ON activities (user_id, occurred_at DESC);

-- The streaks of before, by the same rules: seven days of a run earn a freeze, two are held at most, a
-- missed day spends one.
DO $$
DECLARE
    active record;
    who uuid;
    last_day date;
    run integer;
    longest integer;
    total integer;
    held integer;
    lost date;
    missed integer;
    spent integer;
BEGIN
    FOR active IN SELECT user_id, day FROM streak_days ORDER BY user_id, day LOOP
        IF who IS DISTINCT FROM active.user_id THEN
            who := active.user_id;
            last_day := NULL; run := 0; longest := 0; total := 0; held := 0; lost := NULL;
        END IF;
        missed := coalesce(active.day - last_day - 1, 0);
        spent := least(missed, held / 7);
        held := held - 7 * spent;
        IF spent < missed THEN
            lost := last_day + spent + 1;
            run := 0; held := 0;
        END IF;
        run := run + 1;
        total := total + 1;
        longest := greatest(longest, run);
        held := least(held + 1, 14);
        last_day := active.day;
        INSERT INTO streaks (user_id, current_streak, longest_streak, last_activity_date, total_days_active, reserve, lost_on)
        VALUES (who, run, longest, last_day, total, held, lost)
        ON CONFLICT (user_id) DO UPDATE
        SET current_streak = excluded.current_streak, longest_streak = excluded.longest_streak,
            last_activity_date = excluded.last_activity_date, total_days_active = excluded.total_days_active,
            reserve = excluded.reserve, lost_on = excluded.lost_on;
    END LOOP;
END
$$;
