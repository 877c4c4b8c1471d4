-- $1 user, $2 word, $3 translation, $4 pronunciation (null: the catalogue's for the same word), $5 example, $6 tags
-- -> the id, or no row where the user has this word with this meaning
INSERT INTO vocabulary (owner_id, word, translation, pronunciation, example_sentence, tags)
VALUES ($1::uuid, $2::text, $3,
        coalesce($4::varchar, (SELECT c.pronunciation FROM vocabulary c
                               WHERE c.owner_id IS NULL AND lower(c.word) = lower($2::text)
                               ORDER BY c.slug LIMIT 1)),
        $5, $6::jsonb)
ON CONFLICT (owner_id, lower(word), lower(translation)) WHERE owner_id IS NOT NULL DO NOTHING
RETURNING id
