-- $1 user, $2 the word, $3 to $7 its word, translation, pronunciation, example and tags (null: as it is) -> the word, or
-- no row where the user has another with this word and translation
WITH changed AS (
    UPDATE vocabulary v
    SET word = coalesce($3, v.word), translation = coalesce($4, v.translation),
        pronunciation = coalesce($5, v.pronunciation), example_sentence = coalesce($6, v.example_sentence),
        tags = coalesce($7::jsonb, v.tags)
    WHERE v.id = $2::uuid AND v.owner_id = $1::uuid
      AND NOT EXISTS (SELECT FROM vocabulary o
                      WHERE o.owner_id = $1::uuid AND o.id <> v.id AND lower(o.word) = lower(coalesce($3, v.word))
                        AND lower(o.translation) = lower(coalesce($4, v.translation)))
    RETURNING v.id
)
SELECT id FROM changed
