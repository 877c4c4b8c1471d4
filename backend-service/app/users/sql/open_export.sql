-- $1 user, $2 table: opens the cursor export_rows over the user's rows of it
SELECT open_export($1::uuid, $2::text)
