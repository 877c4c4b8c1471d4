-- $1 role, $2 is_active (null: any), $3 limit, $4 offset -> users, newest first. Each pair of role and state is read in
-- the order of its index (users_newest), so that no filter ever sorts or scans the table.
SELECT u.id, u.email, u.username, u.display_name, u.role, u.is_active, u.created_at
FROM unnest(CASE WHEN $1::varchar IS NULL THEN ARRAY['learner', 'teacher', 'admin'] ELSE ARRAY[$1::text] END) AS wanted (role)
CROSS JOIN unnest(CASE WHEN $2::boolean IS NULL THEN ARRAY[true, false] ELSE ARRAY[$2::boolean] END) AS state (is_active)
CROSS JOIN LATERAL (
    SELECT id, email, username, display_name, role, is_active, created_at
    FROM users
    WHERE users.role = wanted.role AND users.is_active = state.is_active
    ORDER BY created_at DESC, id DESC
    LIMIT $3::bigint + $4::bigint
) u
ORDER BY u.created_at DESC, u.id DESC
LIMIT $3::bigint OFFSET $4::bigint
