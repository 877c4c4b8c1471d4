-- $1 user: gives back what take_fit took
SELECT pg_advisory_unlock(hashtextextended('fit ' || $1::text, 0))
