-- $1 user, $2 JSON array of words, $3 now -> for each its number and its card's id, or null where the learner has it
WITH given AS (
    SELECT *
    FROM jsonb_to_recordset($2::jsonb) AS g(
        n integer, card uuid, word text, translation text, pronunciation text, part_of_speech text,
        example_sentence text, example_translation text, level text, tags jsonb, suspended boolean)
), shared AS (
    SELECT DISTINCT ON (g.n) g.n, v.id
    FROM given g
    JOIN vocabulary v ON v.owner_id IS NULL AND lower(v.word) = lower(g.word) AND lower(v.translation) = lower(g.translation)
    ORDER BY g.n, v.slug
), known AS (
    SELECT g.n, v.id
    FROM given g
    JOIN vocabulary v ON v.owner_id = $1::uuid AND lower(v.word) = lower(g.word) AND lower(v.translation) = lower(g.translation)
), made AS (
    INSERT INTO vocabulary (owner_id, word, translation, pronunciation, part_of_speech, example_sentence,
                            example_translation, difficulty, tags)
    SELECT $1::uuid, g.word, g.translation, g.pronunciation, g.part_of_speech, g.example_sentence, g.example_translation,
           g.level, g.tags
    FROM given g
    WHERE NOT EXISTS (SELECT FROM shared s WHERE s.n = g.n)
    ORDER BY g.n
    ON CONFLICT (owner_id, lower(word), lower(translation)) WHERE owner_id IS NOT NULL DO NOTHING
    RETURNING id, lower(word) AS word, lower(translation) AS translation
), target AS (
    SELECT DISTINCT ON (t.id) t.n, t.id  -- a word that is twice in the file is taken once
    FROM (SELECT n, id FROM shared
          UNION SELECT n, id FROM known
          UNION SELECT g.n, m.id FROM given g JOIN made m ON m.word = lower(g.word) AND m.translation = lower(g.translation)
         ) AS t
    ORDER BY t.id, t.n
), cards AS (
    INSERT INTO user_vocabulary (user_id, id, vocabulary_id, next_review_at, created_at, suspended, status)
    SELECT $1::uuid, g.card, t.id, $3::timestamptz, $3::timestamptz + g.n * interval '1 microsecond', g.suspended,
           CASE WHEN g.suspended THEN 'suspended' ELSE 'learning' END
    FROM target t JOIN given g ON g.n = t.n
    ON CONFLICT (user_id, vocabulary_id) DO NOTHING
    RETURNING id
)
SELECT g.n, c.id AS card_id
FROM given g
LEFT JOIN cards c ON c.id = g.card
ORDER BY g.n
