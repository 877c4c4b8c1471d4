-- $1 user, $2 id, $3 type, $4 seconds, $5 the learner's day, $6 when
INSERT INTO activities (user_id, id, activity_type, duration_seconds, day, occurred_at)
VALUES ($1::uuid, $2::uuid, $3, $4::integer, $5::date, $6::timestamptz)
