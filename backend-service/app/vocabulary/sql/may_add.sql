-- $1 user, $2 vocabulary -> a row if it is in the catalogue or the user's own
SELECT id FROM vocabulary WHERE id = $2::uuid AND ((owner_id IS NULL AND NOT is_retired) OR owner_id = $1::uuid)
