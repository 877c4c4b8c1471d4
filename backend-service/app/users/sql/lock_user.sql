-- $1 user: two changes at once take turns
SELECT id FROM users WHERE id = $1::uuid FOR UPDATE
