INSERT INTO courses (id, slug, title, language, level, total_lessons, is_published)
VALUES ('33333333-3333-4333-8333-333333333333', 'an-old-course', 'An old course', 'en', 'A1', 1, true);
INSERT INTO units (id, course_id, slug, title, order_index)
VALUES ('44444444-4444-4444-8444-444444444444', '33333333-3333-4333-8333-333333333333', 'unit-1', 'Unit 1', 0);
INSERT INTO lessons (id, course_id, unit_id, slug, title, order_index)
VALUES ('55555555-5555-4555-8555-555555555555', '33333333-3333-4333-8333-333333333333',
        '44444444-4444-4444-8444-444444444444', 'lesson-1', 'Lesson 1', 0);
INSERT INTO exercises (id, lesson_id, slug, order_index, kind, prompt, choices, answer)
VALUES ('66666666-6666-4666-8666-666666666666', '55555555-5555-4555-8555-555555555555', 'ex-1', 0, 'multiple_choice',
        'Xin chào', '["Hello", "Goodbye"]', 'Hello');
