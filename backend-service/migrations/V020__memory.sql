-- Reviews that come late, are sent twice, or are undone; words that are suspended, buried or hard.
--
-- A card is the fold of its reviews in the order (reviewed_at, id). The facts of a row (card, answer,
-- time) never change. What the schedulers made of them (…_before, …_after, interval_days) is written
-- anew when an earlier review arrives. `id` is the client's own where it gave one, so that a review
-- sent twice is one row. An undone row stays and counts for nothing.
ALTER TABLE review_log
    ADD COLUMN quality smallint CHECK (quality BETWEEN 0 AND 5),  -- SM-2's, where the client said it
    ADD COLUMN undone_at timestamptz,
    ADD COLUMN step_before smallint NOT NULL DEFAULT 0,
    ADD COLUMN due_before timestamptz,
    ADD COLUMN interval_before integer NOT NULL DEFAULT 0,
    ADD COLUMN ease_before double precision NOT NULL DEFAULT 2.5,
    ADD COLUMN sm2_interval_before integer NOT NULL DEFAULT 0,
    ADD COLUMN sm2_repetitions_before integer NOT NULL DEFAULT 0,
    ADD COLUMN review_count_before integer NOT NULL DEFAULT 0,
    ADD COLUMN lapses_before integer NOT NULL DEFAULT 0;

-- SM-2's numbers before an old review are not known: undoing one leaves them as they are now.
UPDATE review_log r
SET due_before = w.due, interval_before = w.interval, review_count_before = w.reviews, lapses_before = w.lapses,
    ease_before = w.ease_factor, sm2_interval_before = w.sm2_interval_days, sm2_repetitions_before = w.sm2_repetitions
FROM (
    SELECT o.user_id, o.id, u.ease_factor, u.sm2_interval_days, u.sm2_repetitions,
           coalesce(lag(o.reviewed_at) OVER earlier + lag(o.interval_days) OVER earlier * interval '1 day',
                    u.created_at) AS due,
           coalesce(lag(o.interval_days) OVER earlier, 0) AS interval,
           row_number() OVER earlier - 1 AS reviews,
           coalesce(sum((o.state_before = 2 AND o.rating = 1)::integer)
                    OVER (earlier ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS lapses
    FROM review_log o
    JOIN user_vocabulary u ON u.user_id = o.user_id AND u.id = o.card_id
    WINDOW earlier AS (PARTITION BY o.user_id, o.card_id ORDER BY o.reviewed_at, o.id)
) AS w
WHERE r.user_id = w.user_id AND r.id = w.id;
ALTER TABLE review_log ALTER COLUMN due_before SET DEFAULT now(), ALTER COLUMN due_before SET NOT NULL;

DROP INDEX review_log_card;
CREATE INDEX review_log_fold ON review_log (user_id, card_id, reviewed_at, id);
CREATE INDEX review_log_latest ON review_log (user_id, reviewed_at, id) WHERE undone_at IS NULL;

-- What was asked on a learner's day, by what the word was then: never asked before, in learning steps,
-- young (its interval under 21 days) or mature. Daily limits and true retention read this, never the log.
CREATE TABLE review_days (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day date NOT NULL,
    introduced integer NOT NULL DEFAULT 0,
    learning integer NOT NULL DEFAULT 0,
    young integer NOT NULL DEFAULT 0,
    young_recalled integer NOT NULL DEFAULT 0,
    mature integer NOT NULL DEFAULT 0,
    mature_recalled integer NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, day)
);
INSERT INTO review_days
SELECT user_id, day,
       count(*) FILTER (WHERE last_review_before IS NULL),
       count(*) FILTER (WHERE last_review_before IS NOT NULL AND state_before <> 2),
       count(*) FILTER (WHERE state_before = 2 AND interval_before < 21),
       count(*) FILTER (WHERE state_before = 2 AND interval_before < 21 AND rating > 1),
       count(*) FILTER (WHERE state_before = 2 AND interval_before >= 21),
       count(*) FILTER (WHERE state_before = 2 AND interval_before >= 21 AND rating > 1)
FROM review_log
GROUP BY user_id, day;

-- `status` stays the one word for how a card stands: 'suspended' while the learner suspended it, or it is
-- a leech that the learner did not pardon; else by state and interval.
ALTER TABLE user_vocabulary
    ADD COLUMN suspended boolean NOT NULL DEFAULT false,       -- by the learner
    ADD COLUMN leech_pardoned boolean NOT NULL DEFAULT false,  -- taken up again although it is a leech
    ADD COLUMN buried_until timestamptz,
    ADD COLUMN note text,
    ADD COLUMN own_translation varchar(255) CHECK (own_translation <> ''),  -- instead of the catalogue's
    ADD COLUMN has_siblings boolean NOT NULL DEFAULT false;    -- other cards of the learner for the same word
UPDATE user_vocabulary SET suspended = true WHERE status = 'suspended';
ALTER TABLE user_vocabulary ALTER COLUMN step SET DEFAULT 0;
UPDATE user_vocabulary SET step = 0 WHERE step IS NULL;

-- One index for each part of the queue, and one for the list of words.
DROP INDEX user_vocabulary_due;
CREATE INDEX user_vocabulary_learning ON user_vocabulary (user_id, next_review_at)
    WHERE state <> 2 AND last_review_at IS NOT NULL AND status <> 'suspended';
CREATE INDEX user_vocabulary_review ON user_vocabulary (user_id, next_review_at)
    WHERE state = 2 AND status <> 'suspended';
CREATE INDEX user_vocabulary_fresh ON user_vocabulary (user_id, created_at, id)
    WHERE last_review_at IS NULL AND status <> 'suspended';
CREATE INDEX user_vocabulary_listing ON user_vocabulary (user_id, created_at DESC, id);
DROP INDEX vocabulary_catalogue;
CREATE INDEX vocabulary_catalogue ON vocabulary (lower(word), id) WHERE owner_id IS NULL;
CREATE INDEX vocabulary_catalogue_level ON vocabulary (difficulty, lower(word), id) WHERE owner_id IS NULL;

-- The learner's other cards for the same spelling.
CREATE FUNCTION siblings_of(learner uuid, card uuid) RETURNS SETOF user_vocabulary LANGUAGE sql STABLE AS $$
    WITH asked AS (
        SELECT v.id, lower(v.word) AS word
        FROM user_vocabulary u JOIN vocabulary v ON v.id = u.vocabulary_id
        WHERE u.user_id = learner AND u.id = card
    ), same AS (
        SELECT v.id FROM asked JOIN vocabulary v ON v.owner_id IS NULL AND lower(v.word) = asked.word AND v.id <> asked.id
        UNION ALL
        SELECT v.id FROM asked JOIN vocabulary v ON v.owner_id = learner AND lower(v.word) = asked.word AND v.id <> asked.id
    )
    SELECT s.* FROM same JOIN user_vocabulary s ON s.user_id = learner AND s.vocabulary_id = same.id
$$;

-- The flag spares every other card of the queue the search for siblings. It is kept here so that each
-- way to add a word keeps it; a sibling that goes leaves it set, which costs a search and nothing else.
CREATE FUNCTION mark_siblings(learner uuid, card uuid) RETURNS void LANGUAGE sql AS $$
    UPDATE user_vocabulary u SET has_siblings = true
    FROM (SELECT id FROM siblings_of(learner, card) UNION SELECT card WHERE EXISTS (SELECT FROM siblings_of(learner, card))) AS s
    WHERE u.user_id = learner AND u.id = s.id AND NOT u.has_siblings
$$;
CREATE FUNCTION mark_siblings_of_new_cards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH word AS (
        SELECT a.user_id, a.id AS card, v.id, lower(v.word) AS spelling
        FROM added a JOIN vocabulary v ON v.id = a.vocabulary_id
    ), same AS (
        SELECT w.user_id, w.card, v.id
        FROM word w JOIN vocabulary v ON v.owner_id IS NULL AND lower(v.word) = w.spelling AND v.id <> w.id
        UNION ALL
        SELECT w.user_id, w.card, v.id
        FROM word w JOIN vocabulary v ON v.owner_id = w.user_id AND lower(v.word) = w.spelling AND v.id <> w.id
    ), pair AS (
        SELECT same.user_id, same.card, s.id AS sibling
        FROM same JOIN user_vocabulary s ON s.user_id = same.user_id AND s.vocabulary_id = same.id
    )
    UPDATE user_vocabulary u SET has_siblings = true
    FROM (SELECT user_id, card FROM pair UNION SELECT user_id, sibling FROM pair) AS found
    WHERE u.user_id = found.user_id AND u.id = found.card AND NOT u.has_siblings;
    RETURN NULL;
END
$$;
CREATE TRIGGER user_vocabulary_siblings AFTER INSERT ON user_vocabulary
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_siblings_of_new_cards();
DO $$ BEGIN PERFORM mark_siblings(user_id, id) FROM user_vocabulary; END $$;

-- Was another card of the same spelling asked on this day? Then this one waits until tomorrow.
CREATE FUNCTION sibling_asked_since(learner uuid, card uuid, day_began timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM siblings_of(learner, card) s WHERE s.last_review_at >= day_began)
$$;
