-- A transaction that another import waits for.
BEGIN;
SELECT pg_advisory_xact_lock(7153044020121127002);
