-- $1 user, $2 codes as JSON -> those that are new, and now
INSERT INTO user_achievements (user_id, code)
SELECT $1::uuid, code FROM jsonb_array_elements_text($2::jsonb) AS code
ON CONFLICT (user_id, code) DO NOTHING
RETURNING code, unlocked_at
