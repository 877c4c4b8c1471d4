-- $1 e-mail, $2 username -> which of them are taken
SELECT EXISTS (SELECT FROM users WHERE lower(email) = lower($1)) AS email_taken,
       EXISTS (SELECT FROM users WHERE lower(username) = lower($2)) AS username_taken
