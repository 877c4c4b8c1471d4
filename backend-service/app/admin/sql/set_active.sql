-- $1 user, $2 is_active -> the id, or no row
UPDATE users SET is_active = $2::boolean, updated_at = now() WHERE id = $1::uuid RETURNING id
