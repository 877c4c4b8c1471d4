-- $1 user, $2 attempt, $3 now
UPDATE lesson_attempts SET abandoned_at = $3::timestamptz WHERE user_id = $1::uuid AND id = $2::uuid
