"""Personal access tokens; what they open is in test_authorisation.py."""
import time
import uuid

import harness
import jwt
import pytest

from accounts_support import Person, code_of
from conftest import fields_of


@pytest.fixture
def person(service):
    return Person(service)


def test_a_token_is_shown_once_and_then_listed_by_its_last_four_characters(person):
    made = person.call("POST", "/auth/tokens", {"name": "Trình soạn thảo", "expires_in_days": 90,
                                                "scopes": ["ai", "read", "read"]})
    assert made.status_code == 201, made.text
    given = made.json()["data"]
    assert made.headers["location"] == f"/api/v1/auth/tokens/{given['id']}"
    claims = jwt.decode(given["token"], harness.SECRET, algorithms=["HS256"], audience="lexilingo")
    assert (claims["type"], claims["scope"], claims["sub"]) == ("pat", "read ai", person.user["id"])
    assert claims["role"] == "learner" and claims["jti"] == given["id"]
    assert abs(claims["exp"] - time.time() - 90 * 86400) < 60
    listed = person.data("GET", "/auth/tokens")
    assert listed == [{name: value for name, value in given.items() if name != "token"}]
    assert given["last_four"] == given["token"][-4:] and given["token"] not in str(listed)
    assert person.data("GET", f"/auth/tokens/{given['id']}") == listed[0]


def test_a_deleted_token_opens_nothing_from_then_on(person):
    given, kept = person.pat("read"), person.pat("read")
    script = person.with_token(given["token"])
    assert script.call("GET", "/users/me").status_code == 200
    assert person.call("DELETE", f"/auth/tokens/{given['id']}").status_code == 204
    assert script.call("GET", "/users/me").status_code == 401
    assert person.with_token(kept["token"]).call("GET", "/users/me").status_code == 200
    assert person.call("DELETE", f"/auth/tokens/{given['id']}").status_code == 404
    assert [token["id"] for token in person.data("GET", "/auth/tokens")] == [kept["id"]]


def test_a_deleted_token_is_written_where_the_ai_service_looks(person, service):
    from test_sessions import redis_command
    given = person.pat("ai")
    key = f"GET lexi:revoked:jti:{given['id']}"
    assert redis_command(service.environment["REDIS_URL"], key).startswith(b"$-1")
    person.call("DELETE", f"/auth/tokens/{given['id']}")
    assert redis_command(service.environment["REDIS_URL"], key) == b"$1\r\n1\r\n"


def test_scopes_are_kept_apart(person):
    reader, writer = (person.with_token(person.pat(scope)["token"]) for scope in ("read", "write"))
    word = {"word": "breeze", "translation": "làn gió"}
    assert reader.call("GET", "/vocabulary").status_code == 200
    refused = reader.call("POST", "/vocabulary", word)
    assert refused.status_code == 403 and code_of(refused) == "AUTH_FORBIDDEN" and "'write'" in refused.text
    assert writer.call("POST", "/vocabulary", word).status_code == 201
    assert writer.call("GET", "/vocabulary").status_code == 403


def test_signing_out_everywhere_leaves_personal_tokens(person):
    script = person.with_token(person.pat("read")["token"])
    person.call("POST", "/auth/logout", {"all": True})
    assert script.call("GET", "/users/me").status_code == 200


def test_somebody_elses_token_is_not_there(person, service):
    given = person.pat("read")
    other = Person(service)
    assert other.call("GET", f"/auth/tokens/{given['id']}").status_code == 404
    assert other.call("DELETE", f"/auth/tokens/{given['id']}").status_code == 404
    assert other.data("GET", "/auth/tokens") == []
    assert person.with_token(given["token"]).call("GET", "/users/me").status_code == 200


@pytest.mark.parametrize("field, value", [
    ("name", ""), ("name", "x" * 101), ("name", None), ("name", "a\u0000b"), ("expires_in_days", 0),
    ("expires_in_days", 366), ("expires_in_days", 10 ** 30), ("expires_in_days", "7"), ("scopes", []),
    ("scopes", ["admin"]), ("scopes", ["read"] * 4), ("scopes", "read"), ("more", 1)])
def test_a_token_that_cannot_be_is_refused_by_field(person, field, value):
    body = {"name": "x", "expires_in_days": 1, "scopes": ["read"], field: value}
    reply = person.call("POST", "/auth/tokens", body)
    assert reply.status_code in (400, 422), reply.text
    if reply.status_code == 422:
        assert all(name.startswith(field) for name in fields_of(reply)), reply.text
    assert person.data("GET", "/auth/tokens") == []


def test_nobody_has_more_than_fifty_even_when_asking_at_once(person, at_once):
    for _ in range(47):
        person.pat()
    replies = at_once(6, lambda i: person.call("POST", "/auth/tokens", {
        "name": str(i), "expires_in_days": 1, "scopes": ["ai"]}))
    assert sorted(r.status_code for r in replies) == [201] * 3 + [409] * 3
    assert len(person.data("GET", "/auth/tokens")) == 50
    person.call("DELETE", f"/auth/tokens/{person.data('GET', '/auth/tokens')[0]['id']}")
    person.pat()


def test_an_id_that_is_none_names_nothing(person):
    for odd in ("x", "0", str(uuid.uuid4()), "%00", "é" * 100):
        assert person.call("DELETE", f"/auth/tokens/{odd}").status_code in (400, 404)
