-- $1 slug -> the stored course with all its parts as JSON, or no row
SELECT jsonb_build_object(
    'course', (to_jsonb(c) - 'search') || jsonb_build_object('builds_on', coalesce(
        (SELECT jsonb_agg(r.slug ORDER BY r.slug) FROM course_prerequisites q JOIN courses r ON r.id = q.requires_id
         WHERE q.course_id = c.id), '[]')),
    'edition', c.edition, 'is_published', c.is_published, 'from_content', c.from_content, 'owner_id', c.author_id,
    'units', coalesce((SELECT jsonb_agg(to_jsonb(u)) FROM units u WHERE u.course_id = c.id), '[]'),
    'lessons', coalesce((SELECT jsonb_agg(to_jsonb(l)) FROM lessons l WHERE l.course_id = c.id), '[]'),
    'exercises', coalesce((SELECT jsonb_agg(to_jsonb(x)) FROM exercises x JOIN lessons l ON l.id = x.lesson_id
                           WHERE l.course_id = c.id), '[]'))::text AS stored
FROM courses c
WHERE c.slug = $1
