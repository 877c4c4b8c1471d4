-- $1 user, $2 role -> the id, or no row
UPDATE users SET role = $2, updated_at = now() WHERE id = $1::uuid RETURNING id
