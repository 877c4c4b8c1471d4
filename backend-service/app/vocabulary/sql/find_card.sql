-- $1 user, $2 card -> the card and its word, or no row
SELECT * FROM learner_cards WHERE user_id = $1::uuid AND card_id = $2::uuid
