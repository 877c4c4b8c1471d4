-- Words: the shared catalogue (owner_id is null) and what learners add for themselves.
CREATE TABLE vocabulary (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug varchar(120) UNIQUE,  -- catalogue words only
    owner_id uuid REFERENCES users (id) ON DELETE CASCADE,
    word varchar(255) NOT NULL CHECK (word <> ''),
    translation varchar(255) NOT NULL,
    pronunciation varchar(255),
    part_of_speech varchar(40),
    example_sentence text,
    example_translation text,
    language varchar(35) NOT NULL DEFAULT 'en',
    difficulty varchar(20) CHECK (difficulty IN ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    tags jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(tags) = 'array'),
    audio_url text,
    image_url text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((slug IS NULL) <> (owner_id IS NULL))
);
CREATE UNIQUE INDEX vocabulary_own_word ON vocabulary (owner_id, lower(word), lower(translation))
    WHERE owner_id IS NOT NULL;
CREATE INDEX vocabulary_catalogue ON vocabulary (lower(word)) WHERE owner_id IS NULL;

-- A learner's card. `state` to `lapses` belong to FSRS-6; ease_factor and the sm2_ columns follow
-- SM-2 beside it, so that a learner can change schedulers without losing anything.
CREATE TABLE user_vocabulary (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    vocabulary_id uuid NOT NULL REFERENCES vocabulary (id) ON DELETE CASCADE,
    status varchar(20) NOT NULL DEFAULT 'learning'
        CHECK (status IN ('learning', 'reviewing', 'mastered', 'suspended')),
    review_count integer NOT NULL DEFAULT 0 CHECK (review_count >= 0),
    next_review_at timestamptz NOT NULL DEFAULT now(),
    ease_factor double precision NOT NULL DEFAULT 2.5 CHECK (ease_factor >= 1.3),
    interval_days integer NOT NULL DEFAULT 0 CHECK (interval_days >= 0),
    sm2_interval_days integer NOT NULL DEFAULT 0 CHECK (sm2_interval_days >= 0),
    sm2_repetitions integer NOT NULL DEFAULT 0 CHECK (sm2_repetitions >= 0),
    state smallint NOT NULL DEFAULT 1 CHECK (state IN (1, 2, 3)),  -- learning, review, relearning
    step smallint CHECK (step >= 0),
    stability double precision CHECK (stability > 0),
    difficulty double precision CHECK (difficulty BETWEEN 1 AND 10),
    last_review_at timestamptz,
    lapses integer NOT NULL DEFAULT 0 CHECK (lapses >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id),
    UNIQUE (user_id, vocabulary_id),
    CHECK ((stability IS NULL) = (difficulty IS NULL))
);
CREATE INDEX user_vocabulary_due ON user_vocabulary (user_id, next_review_at);

-- Append only: what a scheduler's parameters are fitted to, and what an undo would restore.
CREATE TABLE review_log (
    user_id uuid NOT NULL,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    card_id uuid NOT NULL,
    rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 4),
    reviewed_at timestamptz NOT NULL,
    day date NOT NULL,  -- the learner's day
    time_spent_ms integer CHECK (time_spent_ms >= 0),
    state_before smallint NOT NULL,
    stability_before double precision,
    difficulty_before double precision,
    last_review_before timestamptz,
    stability_after double precision NOT NULL,
    difficulty_after double precision NOT NULL,
    interval_days integer NOT NULL,
    PRIMARY KEY (user_id, id),
    FOREIGN KEY (user_id, card_id) REFERENCES user_vocabulary (user_id, id) ON DELETE CASCADE
);
CREATE INDEX review_log_card ON review_log (user_id, card_id, reviewed_at);
CREATE INDEX review_log_day ON review_log (user_id, day);
