-- $1 user, $2 source, $3 amount, $4 the learner's day, $5 when -> the new total, or no row if paid before
WITH event AS (
    INSERT INTO xp_events (user_id, source, amount, day, occurred_at)
    VALUES ($1::uuid, $2, $3::integer, $4::date, $5::timestamptz)
    ON CONFLICT (user_id, source) DO NOTHING
    RETURNING amount
)
UPDATE users SET xp = xp + event.amount FROM event WHERE users.id = $1::uuid RETURNING users.xp
