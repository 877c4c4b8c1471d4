-- $1 user -> whether this session may fit this learner now: no other process does
SELECT pg_try_advisory_lock(hashtextextended('fit ' || $1::text, 0)) AS taken
