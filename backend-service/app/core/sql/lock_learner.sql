-- $1 user -> as load_learner, locked until the end of the transaction: a learner's writes take turns
SELECT u.time_zone, u.settings::text AS settings, z.since, z.time_zone AS zone, z.first_day,
       (SELECT to_json(s.weights)::text FROM scheduler_parameters s WHERE s.user_id = u.id) AS fsrs_weights
FROM users u
LEFT JOIN learner_zones z ON z.user_id = u.id
WHERE u.id = $1::uuid AND u.is_active
ORDER BY z.since
FOR NO KEY UPDATE OF u
