-- People, and how they are let in. Every table that belongs to a learner has user_id at the front of
-- its key, so that it can be spread over machines by learner.
CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email varchar(255) NOT NULL CHECK (email <> ''),
    username varchar(100) NOT NULL CHECK (username <> ''),
    hashed_password varchar(255) NOT NULL,
    display_name varchar(100),
    avatar_url text,
    native_language varchar(35) NOT NULL DEFAULT 'vi',
    target_language varchar(35) NOT NULL DEFAULT 'en',
    level varchar(20) NOT NULL DEFAULT 'A1' CHECK (level IN ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    role varchar(20) NOT NULL DEFAULT 'learner' CHECK (role IN ('learner', 'teacher', 'admin')),
    time_zone varchar(64) NOT NULL DEFAULT 'Asia/Ho_Chi_Minh',
    daily_goal integer NOT NULL DEFAULT 30 CHECK (daily_goal BETWEEN 1 AND 1000),
    xp bigint NOT NULL DEFAULT 0 CHECK (xp >= 0),
    settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    is_active boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX users_email_key ON users (lower(email));
CREATE UNIQUE INDEX users_username_key ON users (lower(username));

-- One row a refresh token that was given out. Only its SHA-256 is kept. A family is one sign-in and
-- its descendants; a spent token that comes back revokes the family.
CREATE TABLE refresh_tokens (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash char(64) NOT NULL,
    family uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    spent_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (user_id, token_hash)
);
CREATE INDEX refresh_tokens_family ON refresh_tokens (user_id, family);
CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);

-- Access tokens refused before their time. The jti '*' stands for every token of the user that was
-- issued before issued_before.
CREATE TABLE revoked_tokens (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    jti varchar(64) NOT NULL,
    issued_before timestamptz,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, jti),
    CHECK ((jti = '*') = (issued_before IS NOT NULL))
);
CREATE INDEX revoked_tokens_expiry ON revoked_tokens (expires_at);

-- The reply to a write that a client may send twice, stored in the transaction of its effect.
CREATE TABLE idempotency_keys (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    route varchar(100) NOT NULL,
    key varchar(255) NOT NULL,
    body_hash char(64) NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (user_id, created_at);
