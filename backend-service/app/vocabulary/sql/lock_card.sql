-- $1 user, $2 card -> a row if it is there; two reviews at once take turns
SELECT id FROM user_vocabulary WHERE user_id = $1::uuid AND id = $2::uuid FOR UPDATE
