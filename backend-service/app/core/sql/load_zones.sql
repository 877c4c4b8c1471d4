-- $1 user -> the learner's moves, in order
SELECT since, time_zone AS zone, first_day FROM learner_zones WHERE user_id = $1::uuid ORDER BY since
