-- Courses change while learners are in them. Each import that changes a course is a new edition; an
-- exercise that changes is a new row and the old one is retired, so that an attempt keeps the very
-- exercises that it began with.
ALTER TABLE courses
    ADD COLUMN edition integer NOT NULL DEFAULT 1 CHECK (edition > 0),
    ADD COLUMN author_id uuid REFERENCES users (id) ON DELETE SET NULL,  -- the teacher who wrote it
    ADD COLUMN from_content boolean NOT NULL DEFAULT false,              -- a file of content/ holds it
    ADD COLUMN estimated_minutes integer NOT NULL DEFAULT 0 CHECK (estimated_minutes >= 0);
UPDATE courses c
SET from_content = true,
    estimated_minutes = coalesce(
        (SELECT sum(l.estimated_minutes) FROM lessons l WHERE l.course_id = c.id AND NOT l.is_retired), 0);
DROP INDEX courses_listing;
CREATE INDEX courses_listing ON courses (level, title, id) WHERE is_published;
CREATE INDEX courses_edited ON courses (updated_at DESC, id);
CREATE INDEX courses_author ON courses (author_id, updated_at DESC, id) WHERE author_id IS NOT NULL;

-- A course opens when those that it builds on are completed.
CREATE TABLE course_prerequisites (
    course_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    requires_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    PRIMARY KEY (course_id, requires_id),
    CHECK (course_id <> requires_id)
);

ALTER TABLE lessons ADD COLUMN total_exercises integer NOT NULL DEFAULT 0 CHECK (total_exercises >= 0);
UPDATE lessons l
SET total_exercises = (SELECT count(*) FROM exercises x WHERE x.lesson_id = l.id AND NOT x.is_retired);

ALTER TABLE exercises DROP CONSTRAINT exercises_lesson_id_slug_key;
CREATE UNIQUE INDEX exercises_slug ON exercises (lesson_id, slug) WHERE NOT is_retired;

-- An attempt: the exercises it is made of, and sums of its answers and hints, kept with them.
ALTER TABLE lesson_attempts
    ADD COLUMN edition integer NOT NULL DEFAULT 1 CHECK (edition > 0),
    ADD COLUMN exercise_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN answered integer NOT NULL DEFAULT 0 CHECK (answered >= 0),
    ADD COLUMN correct integer NOT NULL DEFAULT 0 CHECK (correct BETWEEN 0 AND answered),
    ADD COLUMN points integer NOT NULL DEFAULT 0 CHECK (points >= 0),
    ADD COLUMN hints integer NOT NULL DEFAULT 0 CHECK (hints >= 0),
    ADD COLUMN abandoned_at timestamptz,
    ADD CHECK (completed_at IS NULL OR abandoned_at IS NULL);
ALTER TABLE attempt_answers
    ADD COLUMN points smallint NOT NULL DEFAULT 0 CHECK (points BETWEEN 0 AND 100),
    ADD COLUMN client_score smallint CHECK (client_score BETWEEN 0 AND 100),  -- speaking: as the client reports it
    ADD COLUMN analysis_id varchar(64);                                        -- of the AI service
UPDATE attempt_answers SET points = 100 WHERE is_correct;
UPDATE lesson_attempts t
SET exercise_ids = ARRAY(
        SELECT x.id FROM exercises x
        WHERE x.lesson_id = t.lesson_id
          AND (NOT x.is_retired OR EXISTS (
              SELECT FROM attempt_answers a
              WHERE a.user_id = t.user_id AND a.attempt_id = t.id AND a.exercise_id = x.id))
        ORDER BY x.order_index, x.id),
    (answered, correct, points) = (
        SELECT count(*), count(*) FILTER (WHERE a.is_correct), coalesce(sum(a.points), 0)
        FROM attempt_answers a WHERE a.user_id = t.user_id AND a.attempt_id = t.id);

-- One open attempt a lesson: the newest stays.
UPDATE lesson_attempts t
SET abandoned_at = now()
WHERE t.completed_at IS NULL AND EXISTS (
    SELECT FROM lesson_attempts n
    WHERE n.user_id = t.user_id AND n.lesson_id = t.lesson_id AND n.completed_at IS NULL
      AND (n.started_at, n.id) > (t.started_at, t.id));
CREATE UNIQUE INDEX lesson_attempts_open ON lesson_attempts (user_id, lesson_id)
    WHERE completed_at IS NULL AND abandoned_at IS NULL;

CREATE TABLE attempt_hints (
    user_id uuid NOT NULL,
    attempt_id uuid NOT NULL,
    exercise_id uuid NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
    given_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, attempt_id, exercise_id),
    FOREIGN KEY (user_id, attempt_id) REFERENCES lesson_attempts (user_id, id) ON DELETE CASCADE
);

ALTER TABLE user_progress ADD COLUMN stars smallint NOT NULL DEFAULT 0 CHECK (stars BETWEEN 0 AND 3);
UPDATE user_progress
SET stars = CASE WHEN score >= 95 THEN 3 WHEN score >= 80 THEN 2 WHEN score >= 60 THEN 1 ELSE 0 END
WHERE status = 'completed';
-- What a teacher sees of a lesson, the latest first.
CREATE INDEX user_progress_lesson ON user_progress (lesson_id, updated_at DESC, user_id);

-- Once completed, a course stays completed, even if it grows.
CREATE TABLE course_completions (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    completed_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, course_id)
);
INSERT INTO course_completions (user_id, course_id, completed_at)
SELECT p.user_id, p.course_id, max(p.completed_at)
FROM user_progress p
JOIN lessons l ON l.id = p.lesson_id AND NOT l.is_retired
JOIN courses c ON c.id = p.course_id AND c.total_lessons > 0
WHERE p.status = 'completed'
GROUP BY p.user_id, p.course_id, c.total_lessons
HAVING count(*) >= c.total_lessons;
