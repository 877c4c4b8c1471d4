-- $1 user: two changes of an account take turns
SELECT id FROM users WHERE id = $1::uuid FOR UPDATE
