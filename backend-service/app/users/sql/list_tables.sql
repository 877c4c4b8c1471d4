-- -> the tables that have rows of a user, the account itself first
SELECT table_name FROM user_tables ORDER BY table_name <> 'users', table_name
