-- The catalogue. It is imported from content/ and is the same for every learner; ids are UUID v5 of
-- the slugs, so that a second import changes rows in place and no learner loses progress.
CREATE TABLE courses (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug varchar(100) NOT NULL UNIQUE,
    title varchar(255) NOT NULL,
    title_vi varchar(255),
    description text NOT NULL DEFAULT '',
    description_vi text,
    language varchar(35) NOT NULL,
    level varchar(20) NOT NULL CHECK (level IN ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    total_lessons integer NOT NULL DEFAULT 0 CHECK (total_lessons >= 0),
    thumbnail_url text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    is_published boolean NOT NULL DEFAULT false
);
CREATE INDEX courses_listing ON courses (level, title) WHERE is_published;

CREATE TABLE units (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    course_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    slug varchar(100) NOT NULL,
    title varchar(255) NOT NULL,
    title_vi varchar(255),
    description text NOT NULL DEFAULT '',
    order_index integer NOT NULL CHECK (order_index >= 0),
    UNIQUE (course_id, slug)
);

CREATE TABLE lessons (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    course_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    unit_id uuid NOT NULL REFERENCES units (id) ON DELETE CASCADE,
    slug varchar(100) NOT NULL,
    title varchar(255) NOT NULL,
    title_vi varchar(255),
    description text NOT NULL DEFAULT '',
    order_index integer NOT NULL CHECK (order_index >= 0),  -- within the course
    content jsonb NOT NULL DEFAULT '{}',
    estimated_minutes integer NOT NULL DEFAULT 10 CHECK (estimated_minutes > 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    is_retired boolean NOT NULL DEFAULT false,  -- left out of a later import; kept for progress
    UNIQUE (unit_id, slug)
);
CREATE INDEX lessons_order ON lessons (course_id, order_index);

CREATE TABLE exercises (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    lesson_id uuid NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
    slug varchar(100) NOT NULL,
    order_index integer NOT NULL CHECK (order_index >= 0),
    kind varchar(30) NOT NULL CHECK (kind IN (
        'multiple_choice', 'cloze', 'reorder', 'translate_to_en', 'translate_to_vi', 'matching',
        'listening', 'dictation', 'speaking', 'error_spotting')),
    prompt text NOT NULL,
    prompt_vi text,
    choices jsonb NOT NULL DEFAULT '[]',
    tokens jsonb NOT NULL DEFAULT '[]',
    pairs jsonb NOT NULL DEFAULT '[]',
    audio_text text,
    answer text NOT NULL,
    alternatives jsonb NOT NULL DEFAULT '[]',
    explanation_vi text,
    hint_vi text,
    is_retired boolean NOT NULL DEFAULT false,  -- as for lessons: old answers point here
    UNIQUE (lesson_id, slug)
);
CREATE INDEX exercises_order ON exercises (lesson_id, order_index);
