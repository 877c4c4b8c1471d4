-- $1 user, $2 course, $3 now -> when the user enrolled (the first time), or no row without such a course
INSERT INTO enrolments (user_id, course_id, enrolled_at)
SELECT $1::uuid, c.id, $3::timestamptz FROM courses c WHERE c.id = $2::uuid AND c.is_published
ON CONFLICT (user_id, course_id) DO UPDATE SET enrolled_at = enrolments.enrolled_at
RETURNING enrolled_at
