-- $1 user, $2 weights as {…} (null: keep what there is), $3 reviews, $4 loss before, $5 loss after, $6 best retention (null: unknown)
-- -> a row unless the account is gone
INSERT INTO scheduler_parameters (user_id, weights, reviews, loss_before, loss_after, best_retention, fitted_at, adopted_at)
SELECT id, $2::double precision[], $3::integer, $4::double precision, $5::double precision, $6::double precision, now(),
       CASE WHEN $2::text IS NOT NULL THEN now() END
FROM users
WHERE id = $1::uuid
ON CONFLICT (user_id) DO UPDATE
SET weights = coalesce(excluded.weights, scheduler_parameters.weights),
    adopted_at = coalesce(excluded.adopted_at, scheduler_parameters.adopted_at),
    reviews = excluded.reviews, loss_before = excluded.loss_before, loss_after = excluded.loss_after,
    best_retention = excluded.best_retention, fitted_at = excluded.fitted_at
RETURNING user_id
