INSERT INTO enrolments (user_id, course_id)
VALUES ('11111111-1111-4111-8111-111111111111', '33333333-3333-4333-8333-333333333333');
INSERT INTO user_progress (user_id, lesson_id, course_id, status, score, completed_at, time_spent_seconds, attempts)
VALUES ('11111111-1111-4111-8111-111111111111', '55555555-5555-4555-8555-555555555555',
        '33333333-3333-4333-8333-333333333333', 'completed', 100, now() - interval '1 day', 300, 1);
INSERT INTO lesson_attempts (user_id, id, lesson_id, total_exercises, started_at, completed_at)
VALUES ('11111111-1111-4111-8111-111111111111', '77777777-7777-4777-8777-777777777777',
        '55555555-5555-4555-8555-555555555555', 1, now() - interval '1 day', now() - interval '1 day');
INSERT INTO attempt_answers (user_id, attempt_id, exercise_id, answer, is_correct, has_typo, time_spent_ms)
VALUES ('11111111-1111-4111-8111-111111111111', '77777777-7777-4777-8777-777777777777',
        '66666666-6666-4666-8666-666666666666', 'Hello', true, false, 2000);
INSERT INTO xp_events (user_id, source, amount, day, occurred_at)
VALUES ('11111111-1111-4111-8111-111111111111', 'lesson:55555555-5555-4555-8555-555555555555', 20,
        current_date - 1, now() - interval '1 day'),
       ('11111111-1111-4111-8111-111111111111', 'lesson-perfect:55555555-5555-4555-8555-555555555555', 15,
        current_date - 1, now() - interval '1 day');
INSERT INTO activities (user_id, activity_type, duration_seconds, day, occurred_at)
VALUES ('11111111-1111-4111-8111-111111111111', 'ai_chat', 120, current_date - 1, now() - interval '1 day');
