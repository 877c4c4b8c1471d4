"""Who is let in: the Backend's tokens, and nothing that only looks like one."""
import base64
import json
import os
import socket
import time
import uuid

import httpx
import jwt
import pytest

import harness
from harness import token


def listed(service, bearer):
    headers = {"Authorization": f"Bearer {bearer}"} if bearer is not None else {}
    return httpx.get(f"{service.url}/api/v1/ai/chat/sessions", headers=headers, timeout=30)


def refused(service, bearer, code="AUTH_INVALID"):
    reply = listed(service, bearer)
    return reply.status_code == 401 and reply.json()["error"]["code"] == code and "WWW-Authenticate" in reply.headers


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_good_token_opens_the_service(service):
    assert listed(service, token()).status_code == 200


def test_no_token_is_told_to_sign_in(service):
    assert refused(service, None, "AUTH_MISSING")


def test_a_token_without_a_signature_is_refused(service):
    claims = jwt.decode(token(), options={"verify_signature": False})
    for algorithm in ("none", "None", "NONE", "nOnE"):
        head = part({"alg": algorithm, "typ": "JWT"})
        assert refused(service, f"{head}.{part(claims)}.")
        assert refused(service, f"{head}.{part(claims)}.{token().split('.')[2]}")


def test_another_key_or_another_algorithm_is_refused(service):
    assert refused(service, token(secret="x" * 48))
    assert refused(service, token(secret="another key that is long enough for every algorithm " * 2, algorithm="HS512"))
    assert refused(service, token(algorithm="HS384"))
    assert refused(service, token(algorithm="HS512"))


def test_a_changed_payload_is_refused(service):
    head, payload, signature = token(role="learner").split(".")
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    assert refused(service, f"{head}.{part({**claims, 'sub': str(uuid.uuid4())})}.{signature}")


@pytest.mark.parametrize("claims", [{"type": "refresh"}, {"type": "pat"}, {"iss": "someone"}, {"aud": "elsewhere"},
                                    {"sub": "not-a-uuid"}, {"role": "emperor"}, {"jti": ""},
                                    {"iat": int(time.time()) + 3600}])
def test_a_token_for_something_else_is_refused(service, claims):
    assert refused(service, token(**claims))


def test_an_expired_token_is_told_so(service):
    assert refused(service, token(exp=int(time.time()) - 1), "AUTH_EXPIRED")


def test_what_is_no_token_is_refused(service):
    for bearer in ("x", "a.b.c", ".", "..", "e30.e30.e30", "A" * 5000):
        assert refused(service, bearer)


def redis_set(key, value):
    """One SET over Redis's own protocol; the tests' environment has no Redis client."""
    place = os.environ["LEXI_TEST_REDIS_URL"].removeprefix("redis://")
    address, _, number = place.partition("/")
    host, _, port = address.rpartition("@")[2].partition(":")
    with socket.create_connection((host, int(port or 6379)), timeout=5) as redis:
        redis.sendall(f"SELECT {number or 0}\r\nSET {key} {value} EX 60\r\n".encode())
        answer = b""
        while answer.count(b"\r\n") < 2:
            answer += redis.recv(100)
        assert answer == b"+OK\r\n+OK\r\n", answer


def test_a_signed_out_token_is_refused_here_too(service):
    mine, jti = token(), uuid.uuid4().hex
    out = token(jti=jti)
    assert listed(service, out).status_code == 200
    redis_set(f"lexi:revoked:jti:{jti}", "1")
    assert refused(service, out) and listed(service, mine).status_code == 200


def test_every_token_of_a_user_signed_out_everywhere_is_refused_but_not_a_new_one(service):
    user, now = str(uuid.uuid4()), int(time.time())
    old, new = token(sub=user, iat=now - 60), token(sub=user, iat=now + 5)
    redis_set(f"lexi:revoked:user:{user}", str(now))
    assert refused(service, old) and listed(service, new).status_code == 200


def test_a_redis_that_is_away_keeps_nobody_out():
    alone = harness.ai_service(REDIS_URL=f"redis://127.0.0.1:{harness.free_port()}/0").start()
    try:
        began = time.monotonic()
        assert listed(alone, token()).status_code == 200
        assert time.monotonic() - began < 5
    finally:
        alone.stop()


def personal(*scopes, **claims):
    return token(type="pat", scope=" ".join(scopes), jti=str(uuid.uuid4()), **claims)


def test_a_personal_token_with_the_scope_ai_opens_the_service(service):
    assert listed(service, personal("ai")).status_code == 200
    assert listed(service, personal("read", "ai")).status_code == 200
    reply = listed(service, personal("read", "write"))
    assert reply.status_code == 403 and reply.json()["error"]["code"] == "AUTH_FORBIDDEN"
    assert refused(service, personal("ai", "everything")) and refused(service, token(scope="ai"))


def test_a_deleted_personal_token_is_refused_here_too_but_signing_out_everywhere_leaves_it(service):
    user, jti, now = str(uuid.uuid4()), str(uuid.uuid4()), int(time.time())
    deleted = token(type="pat", scope="ai", jti=jti, sub=user)
    kept = personal("ai", sub=user, iat=now - 60)
    redis_set(f"lexi:revoked:jti:{jti}", "1")
    redis_set(f"lexi:revoked:user:{user}", str(now))
    assert refused(service, deleted) and listed(service, kept).status_code == 200
