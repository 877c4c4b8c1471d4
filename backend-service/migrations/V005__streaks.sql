-- The days on which a learner did something, and the run they add up to.
CREATE TABLE streak_days (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day date NOT NULL,  -- in the learner's time zone, starting at 04:00
    PRIMARY KEY (user_id, day)
);

CREATE TABLE streaks (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    current_streak integer NOT NULL DEFAULT 0 CHECK (current_streak >= 0),
    longest_streak integer NOT NULL DEFAULT 0 CHECK (longest_streak >= current_streak),
    last_activity_date date,
    total_days_active integer NOT NULL DEFAULT 0 CHECK (total_days_active >= 0)
);
