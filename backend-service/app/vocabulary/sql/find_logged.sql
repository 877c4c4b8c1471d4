-- $1 user, $2 JSON [{id}] -> which of these reviews are in the log, and of what card
SELECT r.id, r.card_id
FROM jsonb_to_recordset($2::jsonb) AS asked(id uuid)
JOIN review_log r ON r.user_id = $1::uuid AND r.id = asked.id
