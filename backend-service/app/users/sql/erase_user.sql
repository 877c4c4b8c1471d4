-- $1 user. Everything of the user goes with it (ON DELETE CASCADE).
DELETE FROM users WHERE id = $1::uuid
