INSERT INTO users (id, email, username, hashed_password, display_name, level, role, xp, settings)
VALUES ('11111111-1111-4111-8111-111111111111', 'Lan@example.com', 'lan', '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$2nOHurqIcPrKYjCj7jaOxqBmRQIgY2EYMWpS8qk/V0k',
        'Nguyễn Thị Lan', 'A2', 'learner', 35, '{"desired_retention": 0.92, "new_per_day": 10}'),
       ('22222222-2222-4222-8222-222222222222', 'minh@example.com', 'minh', '*', NULL, 'A1', 'teacher', 0, '{}');
INSERT INTO refresh_tokens (user_id, token_hash, family, expires_at)
VALUES ('11111111-1111-4111-8111-111111111111', repeat('a', 64), gen_random_uuid(), now() + interval '7 days');
INSERT INTO revoked_tokens (user_id, jti, expires_at)
VALUES ('11111111-1111-4111-8111-111111111111', 'a-token', now() + interval '30 minutes');
INSERT INTO idempotency_keys (user_id, route, key, body_hash, status, body)
VALUES ('11111111-1111-4111-8111-111111111111', 'vocabulary.add', 'a-key', repeat('b', 64), 201, '{}');
