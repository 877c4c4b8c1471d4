-- $1 id, $2 slug, $3 word, $4 translation, $5 IPA, $6 part of speech, $7 example, $8 its translation, $9 language,
-- $10 level, $11 tags
INSERT INTO vocabulary (id, slug, word, translation, pronunciation, part_of_speech, example_sentence,
                        example_translation, language, difficulty, tags)
VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb)
ON CONFLICT (id) DO UPDATE
SET word = excluded.word, translation = excluded.translation, pronunciation = excluded.pronunciation,
    part_of_speech = excluded.part_of_speech, example_sentence = excluded.example_sentence,
    example_translation = excluded.example_translation, language = excluded.language,
    difficulty = excluded.difficulty, tags = excluded.tags
