-- $1 user -> the id, or no row. Everything of the user goes with it (ON DELETE CASCADE).
DELETE FROM users WHERE id = $1::uuid RETURNING id
