-- $1 user, $2 the Monday -> the learner's points, or no row without any
SELECT xp FROM learner_weeks WHERE user_id = $1::uuid AND week = $2::date AND is_shown AND xp > 0
