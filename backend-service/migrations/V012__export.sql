-- Every table that has rows of a user, and the column that says whose they are. The database's own
-- catalogue is asked, so that no later table can be forgotten.
CREATE VIEW user_tables AS
SELECT DISTINCT ON (c.relname) c.relname::text AS table_name, a.attname::text AS owner_column
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND (a.attname IN ('user_id', 'owner_id') OR (c.relname = 'users' AND a.attname = 'id'))
ORDER BY c.relname, a.attname = 'user_id' DESC;

-- Opens the cursor export_rows over the user's rows of one of them, each as JSON. What only serves to
-- check a secret stays out.
CREATE FUNCTION open_export(whose uuid, of_table text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    owner text := (SELECT owner_column FROM user_tables WHERE table_name = of_table);
    lines refcursor := 'export_rows';
BEGIN
    OPEN lines NO SCROLL FOR EXECUTE format(
        'SELECT (to_jsonb(t) - ''{hashed_password,token_hash,place}''::text[])::text AS line FROM %I t WHERE t.%I = $1',
        of_table, owner) USING whose;
END
$$;
