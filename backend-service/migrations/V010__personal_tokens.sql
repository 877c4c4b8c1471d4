-- Personal access tokens: the id is the token's jti; the token itself is kept nowhere. A revoked one
-- stays until it expires, so that a Redis that lost its data can be told of it again.
CREATE TABLE personal_tokens (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name varchar(100) NOT NULL CHECK (name <> ''),
    scopes varchar(40) NOT NULL CHECK (scopes <> ''),  -- words with a space between, as in the token
    last_four char(4) NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX personal_tokens_revoked ON personal_tokens (expires_at) WHERE revoked_at IS NOT NULL;

-- Addresses from which the owner has signed in (as a keyed hash): somebody else's guessing elsewhere
-- does not slow the owner down there.
CREATE TABLE sign_in_places (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    place char(64) NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, place)
);
