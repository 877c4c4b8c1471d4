-- $1 beginning, $2 role, $3 is_active (null: any), $4 limit, $5 offset -> users whose username or e-mail begins so: of
-- each the first thousand in the order of its index
SELECT id, email, username, display_name, role, is_active, created_at
FROM (
    (SELECT id, email, username, display_name, role, is_active, created_at FROM users
    WHERE lower(username) ~>=~ lower($1) AND lower(username) ~<~ (lower($1) || chr(1114111))
      AND ($2::varchar IS NULL OR role = $2) AND ($3::boolean IS NULL OR is_active = $3::boolean)
    ORDER BY lower(username) USING ~<~ LIMIT 1000)
    UNION
    (SELECT id, email, username, display_name, role, is_active, created_at FROM users
    WHERE lower(email) ~>=~ lower($1) AND lower(email) ~<~ (lower($1) || chr(1114111))
      AND ($2::varchar IS NULL OR role = $2) AND ($3::boolean IS NULL OR is_active = $3::boolean)
    ORDER BY lower(email) USING ~<~ LIMIT 1000)
) found
ORDER BY lower(username) USING ~<~
LIMIT $4::bigint OFFSET $5::bigint
