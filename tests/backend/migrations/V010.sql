INSERT INTO personal_tokens (user_id, id, name, scopes, last_four, created_at, expires_at)
VALUES ('11111111-1111-4111-8111-111111111111', 'cccccccc-cccc-4ccc-8ccc-cccccccccccc', 'my editor', 'read ai', 'AbCd',
        now(), now() + interval '90 days');
INSERT INTO sign_in_places (user_id, place, seen_at)
VALUES ('11111111-1111-4111-8111-111111111111', repeat('c', 64), now());
