-- $1 user -> the role of one who is switched on, locked, or no row
SELECT role FROM users WHERE id = $1::uuid AND is_active FOR UPDATE
