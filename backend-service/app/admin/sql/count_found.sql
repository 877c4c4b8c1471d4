-- $1 beginning, $2 role, $3 is_active (null: any) -> total of what search_users pages through
SELECT count(*) AS total
FROM (
    (SELECT id FROM users
    WHERE lower(username) ~>=~ lower($1) AND lower(username) ~<~ (lower($1) || chr(1114111))
      AND ($2::varchar IS NULL OR role = $2) AND ($3::boolean IS NULL OR is_active = $3::boolean)
    ORDER BY lower(username) USING ~<~ LIMIT 1000)
    UNION
    (SELECT id FROM users
    WHERE lower(email) ~>=~ lower($1) AND lower(email) ~<~ (lower($1) || chr(1114111))
      AND ($2::varchar IS NULL OR role = $2) AND ($3::boolean IS NULL OR is_active = $3::boolean)
    ORDER BY lower(email) USING ~<~ LIMIT 1000)
) found
