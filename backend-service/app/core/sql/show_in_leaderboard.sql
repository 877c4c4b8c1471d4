-- $1 user, $2 shown?
UPDATE learner_weeks SET is_shown = $2::boolean
WHERE user_id = $1::uuid AND week >= now()::date - 15 AND is_shown <> $2::boolean
