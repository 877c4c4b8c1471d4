-- $1 user, $2 JSON [{card, at, id}] -> of each card the live reviews after that one, in order
SELECT r.id, r.card_id, r.rating, r.quality, r.reviewed_at, r.day, r.time_spent_ms,
       r.state_before, r.step_before, r.stability_before, r.difficulty_before, r.last_review_before, r.due_before,
       r.interval_before, r.ease_before, r.sm2_interval_before, r.sm2_repetitions_before, r.review_count_before,
       r.lapses_before
FROM jsonb_to_recordset($2::jsonb) AS f(card uuid, at timestamptz, id uuid)
JOIN review_log r ON r.user_id = $1::uuid AND r.card_id = f.card AND (r.reviewed_at, r.id) > (f.at, f.id)
WHERE r.undone_at IS NULL
ORDER BY r.card_id, r.reviewed_at, r.id
