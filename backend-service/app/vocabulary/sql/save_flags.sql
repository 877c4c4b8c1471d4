-- $1 user, $2 card, $3 status, $4 suspended?, $5 leech pardoned?, $6 buried until
UPDATE user_vocabulary
SET status = $3, suspended = $4::boolean, leech_pardoned = $5::boolean, buried_until = $6::timestamptz
WHERE user_id = $1::uuid AND id = $2::uuid
