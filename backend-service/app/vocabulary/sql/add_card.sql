-- $1 user, $2 vocabulary, $3 now -> the new card, due at once, or no row where the user has the word
INSERT INTO user_vocabulary (user_id, vocabulary_id, next_review_at, created_at)
VALUES ($1::uuid, $2::uuid, $3::timestamptz, $3::timestamptz)
ON CONFLICT (user_id, vocabulary_id) DO NOTHING
RETURNING id
