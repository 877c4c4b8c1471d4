-- before any other statement of the transaction
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
