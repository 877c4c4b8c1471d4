-- $1 user, $2 card whose word has changed
SELECT mark_siblings($1::uuid, $2::uuid)
