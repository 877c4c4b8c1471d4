-- $1 user -> time zone, settings and fitted weights (null: none) of an account that is there and switched on, once for
-- each move; or no row
SELECT u.time_zone, u.settings::text AS settings, z.since, z.time_zone AS zone, z.first_day,
       (SELECT to_json(s.weights)::text FROM scheduler_parameters s WHERE s.user_id = u.id) AS fsrs_weights
FROM users u
LEFT JOIN learner_zones z ON z.user_id = u.id
WHERE u.id = $1::uuid AND u.is_active
ORDER BY z.since
