-- $1 role, $2 is_active (null: any), $3 the most to count -> total of what list_users pages through
SELECT least($3::bigint, sum(n)::bigint) AS total
FROM unnest(CASE WHEN $1::varchar IS NULL THEN ARRAY['learner', 'teacher', 'admin'] ELSE ARRAY[$1::text] END) AS wanted (role)
CROSS JOIN unnest(CASE WHEN $2::boolean IS NULL THEN ARRAY[true, false] ELSE ARRAY[$2::boolean] END) AS state (is_active)
CROSS JOIN LATERAL (
    SELECT count(*) AS n
    FROM (
        SELECT id FROM users
        WHERE users.role = wanted.role AND users.is_active = state.is_active
        ORDER BY created_at DESC, id DESC  -- read in the index's order, however few there are
        LIMIT $3::bigint
    ) few
) counted
