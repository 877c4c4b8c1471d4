-- $1 user, $2 review, $3 now
UPDATE review_log SET undone_at = $3::timestamptz WHERE user_id = $1::uuid AND id = $2::uuid
