-- What learners did in courses. Sums (users.xp, user_progress) are kept in the transaction that writes
-- the rows they are the sum of.
CREATE TABLE enrolments (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, course_id)
);

CREATE TABLE user_progress (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    lesson_id uuid NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
    course_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    status varchar(20) NOT NULL DEFAULT 'not_started'
        CHECK (status IN ('not_started', 'in_progress', 'completed')),
    score integer NOT NULL DEFAULT 0 CHECK (score BETWEEN 0 AND 100),  -- the best so far
    completed_at timestamptz,
    time_spent_seconds integer NOT NULL DEFAULT 0 CHECK (time_spent_seconds >= 0),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, lesson_id),
    CHECK (status <> 'completed' OR completed_at IS NOT NULL)
);
CREATE INDEX user_progress_course ON user_progress (user_id, course_id);

CREATE TABLE lesson_attempts (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    lesson_id uuid NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
    total_exercises integer NOT NULL CHECK (total_exercises >= 0),
    started_at timestamptz NOT NULL DEFAULT now(),
    completed_at timestamptz,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX lesson_attempts_lesson ON lesson_attempts (user_id, lesson_id);

CREATE TABLE attempt_answers (
    user_id uuid NOT NULL,
    attempt_id uuid NOT NULL,
    exercise_id uuid NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
    answer text NOT NULL,
    is_correct boolean NOT NULL,
    has_typo boolean NOT NULL,
    time_spent_ms integer NOT NULL CHECK (time_spent_ms >= 0),
    answered_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, attempt_id, exercise_id),
    FOREIGN KEY (user_id, attempt_id) REFERENCES lesson_attempts (user_id, id) ON DELETE CASCADE
);

-- Append only. `source` names what earned the points ("lesson:<id>", "review:<id>"), so that nothing
-- is paid twice.
CREATE TABLE xp_events (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    source varchar(120) NOT NULL,
    amount integer NOT NULL CHECK (amount > 0),
    day date NOT NULL,  -- the learner's day
    occurred_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, source)
);
CREATE INDEX xp_events_day ON xp_events (user_id, day);

CREATE TABLE activities (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    activity_type varchar(40) NOT NULL,
    duration_seconds integer NOT NULL CHECK (duration_seconds BETWEEN 0 AND 86400),
    day date NOT NULL,
    occurred_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX activities_day ON activities (user_id, day);
