-- $1 user, $2 access tokens issued before this are refused, $3 how many seconds such a token lives -> from when tokens are
-- good: later than $2 where tokens were issued ahead already, from an earlier cut in the same second
INSERT INTO revoked_tokens (user_id, jti, issued_before, expires_at)
VALUES ($1::uuid, '*', $2::timestamptz, $2::timestamptz + make_interval(secs => $3::double precision))
ON CONFLICT (user_id, jti) DO UPDATE
SET issued_before = greatest(excluded.issued_before, revoked_tokens.issued_before + interval '1 second'),
    expires_at = greatest(excluded.issued_before, revoked_tokens.issued_before + interval '1 second')
        + make_interval(secs => $3::double precision)
RETURNING issued_before
