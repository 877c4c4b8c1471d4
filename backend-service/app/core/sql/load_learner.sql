-- $1 user -> time zone and settings of an account that is there and switched on, or no row
SELECT time_zone, settings::text AS settings
FROM users
WHERE id = $1::uuid AND is_active
