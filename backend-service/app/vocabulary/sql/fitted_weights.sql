-- $1 user -> when the learner was last fitted and what was adopted (null: the defaults), or no row
SELECT to_json(weights)::text, fitted_at FROM scheduler_parameters WHERE user_id = $1::uuid
