-- $1 user, $2 cards as JSON [{card}] -> those that the user has, each with its word. The LIMIT as in save_reviews.
SELECT c.*
FROM (SELECT card FROM jsonb_to_recordset($2::jsonb) AS r(card uuid) LIMIT jsonb_array_length($2::jsonb)) AS asked
JOIN learner_cards c ON c.user_id = $1::uuid AND c.card_id = asked.card
