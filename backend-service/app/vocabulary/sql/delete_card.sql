-- $1 user, $2 card -> the card, or no row. A word of the learner's own goes with it; the catalogue's stays.
WITH card AS (
    DELETE FROM user_vocabulary WHERE user_id = $1::uuid AND id = $2::uuid RETURNING id, vocabulary_id
), word AS (
    DELETE FROM vocabulary v USING card WHERE v.id = card.vocabulary_id AND v.owner_id = $1::uuid
)
SELECT id FROM card
