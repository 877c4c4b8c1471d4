-- $1 user -> is another one an administrator who is switched on?
SELECT EXISTS (SELECT FROM users WHERE role = 'admin' AND is_active AND id <> $1::uuid) AS found
