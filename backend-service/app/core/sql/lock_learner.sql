-- $1 user -> as load_learner, locked until the end of the transaction: a learner's writes take turns
SELECT time_zone, settings::text AS settings
FROM users
WHERE id = $1::uuid AND is_active
FOR NO KEY UPDATE
