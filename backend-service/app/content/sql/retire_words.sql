-- $1 ids as JSON
UPDATE vocabulary SET is_retired = true
WHERE owner_id IS NULL AND id IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid)
