INSERT INTO vocabulary (id, slug, owner_id, word, translation, difficulty)
VALUES ('88888888-8888-4888-8888-888888888888', 'an-old-word', NULL, 'apple', 'quả táo', 'A1'),
       ('99999999-9999-4999-8999-999999999999', NULL, '11111111-1111-4111-8111-111111111111', 'lotus', 'hoa sen', NULL);
INSERT INTO user_vocabulary (id, user_id, vocabulary_id, status, review_count, next_review_at, ease_factor, interval_days,
                             sm2_interval_days, sm2_repetitions, state, step, stability, difficulty, last_review_at)
VALUES ('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111',
        '88888888-8888-4888-8888-888888888888', 'reviewing', 1, now() - interval '1 hour', 2.5, 2, 1, 1, 2, NULL,
        2.3065, 2.118, now() - interval '2 days'),
       ('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', '11111111-1111-4111-8111-111111111111',
        '99999999-9999-4999-8999-999999999999', 'learning', 0, now() - interval '1 hour', 2.5, 0, 0, 0, 1, 0,
        NULL, NULL, NULL);
INSERT INTO review_log (user_id, card_id, rating, reviewed_at, day, time_spent_ms, state_before, stability_after,
                        difficulty_after, interval_days)
VALUES ('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 3, now() - interval '2 days',
        current_date - 2, 1500, 1, 2.3065, 2.118, 2);
