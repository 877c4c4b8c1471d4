-- $1 words as JSON
INSERT INTO vocabulary (id, slug, word, translation, pronunciation, part_of_speech, example_sentence,
                        example_translation, language, difficulty, tags)
SELECT w.id, w.slug, w.word, w.translation, w.pronunciation, w.part_of_speech, w.example_sentence,
       w.example_translation, w.language, w.difficulty, w.tags
FROM jsonb_to_recordset($1::jsonb)
    AS w(id uuid, slug text, word text, translation text, pronunciation text, part_of_speech text, example_sentence text,
         example_translation text, language text, difficulty text, tags jsonb)
ON CONFLICT (id) DO UPDATE
SET word = excluded.word, translation = excluded.translation, pronunciation = excluded.pronunciation,
    part_of_speech = excluded.part_of_speech, example_sentence = excluded.example_sentence,
    example_translation = excluded.example_translation, language = excluded.language,
    difficulty = excluded.difficulty, tags = excluded.tags, is_retired = false
