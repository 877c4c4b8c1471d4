-- $1 user, $2 kind, $3 target, $4 now
INSERT INTO weekly_goals (user_id, kind, target, updated_at)
VALUES ($1::uuid, $2, $3::integer, $4::timestamptz)
ON CONFLICT (user_id) DO UPDATE
SET kind = excluded.kind, target = excluded.target, updated_at = excluded.updated_at
