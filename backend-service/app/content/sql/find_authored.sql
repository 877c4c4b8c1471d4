-- $1 user, $2 may see every course?, $3 course -> its slug, or no row
SELECT slug FROM courses WHERE id = $3::uuid AND ($2::boolean OR author_id = $1::uuid)
