-- A learner's card with its word, as every statement that shows cards gives it.
CREATE VIEW learner_cards AS
SELECT u.user_id, u.status, u.created_at, u.has_siblings, lower(v.word) AS spelling,
       v.id AS vocabulary_id, v.word, coalesce(u.own_translation, v.translation) AS translation, v.pronunciation,
       v.part_of_speech, v.example_sentence, v.example_translation, v.language, v.difficulty AS level,
       v.tags::text AS tags, v.audio_url, v.image_url, u.note, u.id AS card_id, u.review_count, u.next_review_at,
       u.ease_factor, u.interval_days, u.sm2_interval_days, u.sm2_repetitions, u.state, coalesce(u.step, 0) AS step,
       u.stability, u.difficulty AS card_difficulty, u.last_review_at, u.lapses, u.suspended, u.leech_pardoned,
       u.buried_until, v.owner_id IS NOT NULL AS is_own
FROM user_vocabulary u
JOIN vocabulary v ON v.id = u.vocabulary_id;
