-- $1 user -> what is unlocked
SELECT code, unlocked_at FROM user_achievements WHERE user_id = $1::uuid
