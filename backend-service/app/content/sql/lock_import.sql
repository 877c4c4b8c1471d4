-- One import at a time -> whether this one may go on
SELECT pg_try_advisory_xact_lock(7153044020121127002) AS taken
