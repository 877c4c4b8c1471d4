"""What is refused, with which status, and that the field is named."""
import json
import time
import uuid

import jwt
import pytest

import harness
from conftest import fields_of

GOOD = {"email": "x@example.com", "username": "someone", "password": "mot mat khau dai 26"}


def raw(api, path, body, headers=None, kind="application/json"):
    return api("POST", path, content=body, headers={"Content-Type": kind, **(headers or {})})


@pytest.mark.parametrize("body", [b"{", b"", b"nope", b'{"email": "x"', b"[1,", b'{"a": 1}}', b"\xff\xfe",
                                  b'{"email": "\xc3\x28@example.com"}', b"[" * 5000])
def test_what_is_no_json_is_malformed(api, body):
    reply = raw(api, "/auth/register", body)
    assert reply.status_code == (422 if body == b"" else 400), reply.text
    assert reply.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("change, field", [
    ({"surprise": 1}, "surprise"),
    ({"email": None}, "email"),
    ({"email": 7}, "email"),
    ({"email": "no at sign"}, "email"),
    ({"email": ["x@example.com"]}, "email"),
    ({"username": "ab"}, "username"),
    ({"username": "a" * 51}, "username"),
    ({"username": "a b c"}, "username"),
    ({"username": "a@b.c"}, "username"),
    ({"password": "short"}, "password"),
    ({"password": "x" * 129}, "password"),
    ({"password": "nul\x00in the middle"}, "password"),
    ({"display_name": "nul\x00"}, "display_name"),
    ({"display_name": ""}, "display_name"),
    ({"native_language": "vietnamese language"}, "native_language"),
    ({"time_zone": "../../etc/passwd"}, "time_zone"),
])
def test_a_wrong_field_is_named(api, change, field):
    reply = api("POST", "/auth/register", json={**GOOD, **change})
    assert reply.status_code == 422, reply.text
    problem = reply.json()
    assert field in problem["error"]["details"]["fields"], problem
    assert problem["error"]["code"] == "VALIDATION_ERROR" and problem["status"] == 422


def test_every_missing_field_is_named(api):
    reply = api("POST", "/auth/register", json={})
    assert reply.status_code == 422
    assert set(fields_of(reply)) == {"email", "username", "password"}


@pytest.mark.parametrize("body", [[], "text", 7, None, True])
def test_a_body_that_is_no_object_is_refused(api, body):
    assert raw(api, "/auth/login", json.dumps(body).encode()).status_code == 422


def test_a_huge_body_is_too_large(api):
    reply = raw(api, "/auth/register", b'{"email": "' + b"x" * (3 << 20) + b'"}')
    assert reply.status_code == 413


def test_a_body_of_another_type_is_refused(api):
    assert raw(api, "/auth/login", b"email=x", kind="application/x-www-form-urlencoded").status_code == 415


@pytest.mark.parametrize("method, path, allowed", [
    ("DELETE", "/auth/login", {"POST"}), ("POST", "/users/me", {"GET", "PUT", "DELETE", "HEAD"}),
    ("PUT", "/vocabulary", {"GET", "POST", "HEAD"}), ("PATCH", "/streaks/me", {"GET", "HEAD"})])
def test_a_wrong_method_says_which_are_right(api, learner, method, path, allowed):
    reply = learner.call(method, path)
    assert reply.status_code == 405
    assert set(reply.headers["allow"].replace(" ", "").split(",")) == allowed


def test_an_unknown_path_is_not_found(learner):
    assert learner.call("GET", "/nothing/here").status_code == 404
    assert learner.call("GET", "/courses/not-a-uuid").status_code == 404
    assert learner.call("GET", f"/courses/{uuid.uuid4()}").status_code == 404


@pytest.mark.parametrize("query, field", [
    ("page=0", "page"), ("page=x", "page"), ("page_size=101", "page_size"), ("page_size=-1", "page_size"),
    ("level=Z9", "level"), ("surprise=1", "surprise"), ("page=1.5", "page")])
def test_a_wrong_query_parameter_is_named(learner, query, field):
    reply = learner.call("GET", f"/courses?{query}")
    assert reply.status_code == 422 and field in fields_of(reply), reply.text


def test_invalid_utf8_and_nul_in_a_query_are_refused(learner):
    assert learner.call("GET", "/courses?search=%ff%fe").status_code == 400
    assert learner.call("GET", "/courses?search=a%00b").status_code in (400, 422)


def test_sql_in_a_field_is_only_text(learner):
    word = "x'); DROP TABLE users; --"
    assert learner.data("POST", "/vocabulary", {"word": word, "translation": "'"})["word"] == word
    assert learner.data("GET", "/vocabulary?search=' OR 1=1 --") == []
    assert learner.data("GET", "/users/me")["id"] == learner.user["id"]


# --- tokens ---------------------------------------------------------------------------------------

def forged(learner, secret=harness.SECRET, algorithm="HS256", header=None, **changes):
    now = int(time.time())
    claims = {"sub": learner.user["id"], "type": "access", "role": "learner", "jti": uuid.uuid4().hex,
              "iss": "lexilingo-backend", "aud": "lexilingo", "iat": now, "exp": now + 600, **changes}
    claims = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode(claims, secret, algorithm=algorithm, headers=header)


def test_a_well_made_token_opens(api, learner):
    reply = api("GET", "/users/me", headers={"Authorization": "Bearer " + forged(learner)})
    assert reply.status_code == 200


@pytest.mark.parametrize("change", [
    {"algorithm": "none", "secret": None},
    {"secret": "another key of more than thirty-two bytes"},
    {"algorithm": "HS512"},
    {"type": "refresh"},
    {"aud": "elsewhere"},
    {"iss": "someone"},
    {"sub": "not-a-uuid"},
    {"sub": None},
    {"exp": None},
    {"jti": None},
    {"role": "emperor"},
])
def test_a_token_that_is_wrong_anywhere_is_refused(api, learner, change):
    reply = api("GET", "/users/me", headers={"Authorization": "Bearer " + forged(learner, **change)})
    assert reply.status_code == 401, change
    assert reply.json()["error"]["code"] == "AUTH_INVALID"
    assert reply.headers["www-authenticate"].startswith("Bearer")


def test_an_expired_token_says_so(api, learner):
    now = int(time.time())
    token = forged(learner, iat=now - 7200, exp=now - 3600)
    reply = api("GET", "/users/me", headers={"Authorization": "Bearer " + token})
    assert reply.status_code == 401 and reply.json()["error"]["code"] == "AUTH_EXPIRED"


def test_a_changed_payload_breaks_the_signature(api, learner):
    head, payload, signature = forged(learner).split(".")
    other = forged(learner, role="admin").split(".")[1]
    reply = api("GET", f"/users/{uuid.uuid4()}", headers={"Authorization": f"Bearer {head}.{other}.{signature}"})
    assert reply.status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Basic abc", "Bearer a.b", "Bearer a.b.c.d", "Bearer ..",
                                    "Bearer " + "x" * 5000])
def test_what_is_no_bearer_token_is_refused(api, header):
    reply = api("GET", "/users/me", headers={"Authorization": header} if header else {})
    assert reply.status_code == 401
    assert reply.json()["error"]["code"] == ("AUTH_INVALID" if header else "AUTH_MISSING")


def test_an_access_token_is_no_refresh_token(api, learner):
    access = learner.headers["Authorization"].removeprefix("Bearer ")
    assert api("POST", "/auth/refresh", json={"refresh_token": access}).status_code == 401


@pytest.mark.parametrize("method, path", [
    ("GET", "/users/me"), ("GET", "/courses"), ("GET", "/progress"), ("GET", "/vocabulary"), ("POST", "/vocabulary"),
    ("GET", "/vocabulary/review"), ("GET", "/streaks/me"), ("POST", "/streaks/checkin"), ("POST", "/auth/logout")])
def test_nothing_but_signing_in_is_open_to_strangers(api, method, path):
    assert api(method, path).status_code == 401


def test_no_reply_tells_about_the_inside(api, learner):
    for reply in (raw(api, "/auth/register", b"{"), learner.call("GET", "/courses/x"),
                  learner.call("POST", "/vocabulary", {"word": 1})):
        text = reply.text.lower()
        for secret in ("select ", "/work", "/root", "postgres", "exception", ".cpp"):
            assert secret not in text


def test_every_reply_carries_the_request_id(api):
    reply = api("GET", "/users/me", headers={"X-Request-ID": "abc-123"})
    assert reply.headers["x-request-id"] == "abc-123"
    assert reply.json()["meta"]["request_id"] == "abc-123"
