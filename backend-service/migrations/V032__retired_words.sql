-- A word that content/ no longer has leaves the catalogue; cards that learners made of it stay.
ALTER TABLE vocabulary ADD COLUMN is_retired boolean NOT NULL DEFAULT false;
