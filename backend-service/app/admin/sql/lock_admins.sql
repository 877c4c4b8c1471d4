-- Any number that nothing else locks: who might take away the last administrator waits for the other
SELECT pg_advisory_xact_lock(7153044020121127002)
