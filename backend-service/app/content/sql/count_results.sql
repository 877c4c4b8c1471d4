-- $1 lesson -> how many did it; no more than can be paged through are counted
SELECT count(*) AS total FROM (SELECT FROM user_progress WHERE lesson_id = $1::uuid LIMIT 50000) AS counted
