-- $1 user -> the last review that was not undone, or no row
SELECT r.id, r.card_id, r.rating, r.quality, r.reviewed_at, r.day, r.time_spent_ms,
       r.state_before, r.step_before, r.stability_before, r.difficulty_before, r.last_review_before, r.due_before,
       r.interval_before, r.ease_before, r.sm2_interval_before, r.sm2_repetitions_before, r.review_count_before,
       r.lapses_before
FROM review_log r
WHERE r.user_id = $1::uuid AND r.undone_at IS NULL
ORDER BY r.reviewed_at DESC, r.id DESC
LIMIT 1
