-- $1 user, $2 route, $3 key -> taken: false while another transaction works under the same key
SELECT pg_try_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text || ' ' || $3::text, 0)) AS taken
