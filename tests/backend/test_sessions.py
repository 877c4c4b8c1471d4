"""Sessions: renewed, ended here and everywhere, by a new password, by an administrator."""
import socket
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import harness
import httpx
import psycopg
import pytest

from accounts_support import Person, administrator, code_of
from conftest import fields_of


@pytest.fixture(scope="module", params=["redis", "postgresql"])
def place(request):
    """With and without the Redis that both services share."""
    more = {} if request.param == "redis" else {"REDIS_URL": ""}
    running = harness.backend(content=False, **more).start()
    yield running
    running.stop()


@pytest.fixture
def person(place):
    return Person(place)


def sent_together(place, person, count, path, body):
    """The statuses and bodies of requests that have all come before the first of them can go on: the person's tokens
    are locked until each waits for them. At most four: each of the service's two threads has as many connections."""
    with psycopg.connect(place.environment["DATABASE_URL"]) as db, ThreadPoolExecutor(count) as pool:
        db.execute("SELECT 1 FROM refresh_tokens WHERE user_id = %s FOR UPDATE", [person.user["id"]])
        sent = [pool.submit(httpx.post, f"{place.url}/api/v1{path}", json=body, timeout=60) for _ in range(count)]
        with psycopg.connect(place.environment["DATABASE_URL"], autocommit=True) as watch:
            while sessions_that_wait(watch) < count and not any(reply.done() for reply in sent):
                time.sleep(0.01)
        db.rollback()
        return [(reply.result().status_code, reply.result().json()) for reply in sent]


def sessions_that_wait(db):
    return db.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                      " AND wait_event_type = 'Lock'").fetchone()[0]


def test_the_same_refresh_token_at_once_gives_one_pair_that_lives_on(place, person):
    replies = sent_together(place, person, 4, "/auth/refresh", {"refresh_token": person.tokens["refresh_token"]})
    assert sorted(status for status, _ in replies) == [200] + [401] * 3
    person.use(next(body for status, body in replies if status == 200))
    assert person.is_let_in()
    assert person.refresh().status_code == 200, "asking twice at once is no theft"


def test_a_spent_refresh_token_that_comes_back_ends_its_family_and_no_other_session(person):
    elsewhere = person.session()
    first = person.tokens["refresh_token"]
    second = person.refresh().json()["refresh_token"]
    assert person.refresh(first).status_code == 401
    assert person.refresh(second).status_code == 401
    assert elsewhere.refresh().status_code == 200


def test_signing_out_ends_this_session_at_once_and_no_other(person):
    elsewhere = person.session()
    assert person.call("POST", "/auth/logout", {"refresh_token": person.tokens["refresh_token"]}).status_code == 204
    assert not person.is_let_in() and person.refresh().status_code == 401
    assert elsewhere.is_let_in() and elsewhere.refresh().status_code == 200


def test_signing_out_everywhere_ends_every_session_at_once_even_those_of_this_second(person):
    sessions = [person.session() for _ in range(3)]
    assert person.call("POST", "/auth/logout", {"all": True}).status_code == 204
    for session in [person, *sessions]:
        assert not session.is_let_in() and session.refresh().status_code == 401
    assert person.sign_in().is_let_in(), "a session begun right after is a new one"


def test_somebody_elses_refresh_token_ends_nothing(person, place):
    other = Person(place)
    assert person.call("POST", "/auth/logout", {"refresh_token": other.tokens["refresh_token"]}).status_code == 204
    assert other.refresh().status_code == 200


def test_a_new_password_ends_every_other_session_and_personal_token_and_gives_a_new_pair(person):
    elsewhere, old = person.session(), person.password
    script = person.with_token(person.pat("read")["token"])
    assert script.call("GET", "/users/me").status_code == 200
    reply = person.call("POST", "/users/me/password", {"current_password": old, "new_password": "hoa sen trang " + old})
    assert reply.status_code == 200, reply.text
    assert reply.json()["user_id"] == person.user["id"]
    assert not person.is_let_in() and not elsewhere.is_let_in()
    assert script.call("GET", "/users/me").status_code == 401
    assert elsewhere.refresh().status_code == 401
    person.use(reply.json())
    assert person.is_let_in() and person.refresh().status_code == 200
    assert person.try_sign_in(old).status_code == 401
    assert person.try_sign_in("hoa sen trang " + old).status_code == 200


@pytest.mark.parametrize("change, field", [
    ({"current_password": None}, "current_password"), ({"new_password": "Iloveyou"}, "new_password"),
    ({"new_password": "short"}, "new_password"), ({"new_password": "x" * 129}, "new_password"),
    ({"new_password": None}, "new_password"), ({"more": 1}, "more")])
def test_a_password_change_that_cannot_be_names_the_field_and_changes_nothing(person, change, field):
    body = {"current_password": person.password, "new_password": "mot mat khau khac 27", **change}
    reply = person.call("POST", "/users/me/password", body)
    assert reply.status_code == 422 and set(fields_of(reply)) == {field}, reply.text
    assert person.is_let_in() and person.try_sign_in().status_code == 200


def test_a_wrong_current_password_is_refused_and_ends_nothing(person):
    body = {"current_password": "not the password", "new_password": "mot mat khau khac 27"}
    reply = person.call("POST", "/users/me/password", body)
    assert reply.status_code == 403 and set(fields_of(reply)) == {"current_password"}, reply.text
    assert person.is_let_in() and person.try_sign_in().status_code == 200


def test_the_same_password_again_is_no_change(person):
    body = {"current_password": person.password, "new_password": person.password}
    assert set(fields_of(person.call("POST", "/users/me/password", body))) == {"new_password"}


def test_of_two_password_changes_at_once_one_counts(person, at_once):
    news = [f"mat khau thu {i} {uuid.uuid4().hex}" for i in range(4)]
    replies = at_once(4, lambda i: person.call("POST", "/users/me/password", {
        "current_password": person.password, "new_password": news[i]}))
    assert [r.status_code for r in replies].count(200) == 1, [r.text for r in replies]
    assert {r.status_code for r in replies} <= {200, 401, 403, 409}
    good = [new for new in news if person.try_sign_in(new).status_code == 200]
    assert good == [news[[r.status_code for r in replies].index(200)]]


def test_no_session_begun_or_renewed_at_the_same_time_outlives_signing_out_everywhere(person, at_once):
    for _ in range(3):
        person.sign_in()
        begun, renewed = person.session(), person.session()

        def deed(i):
            if i == 0:
                return person.call("POST", "/auth/logout", {"all": True})
            return renewed.refresh() if i == 1 else begun.refresh()

        out, *others = at_once(3, deed)
        assert out.status_code == 204
        for reply in others:
            if reply.status_code == 200:
                assert person.refresh(reply.json()["refresh_token"]).status_code == 401


def test_a_deactivated_account_is_shut_at_once_and_opens_again(person, place):
    admin = administrator(place)
    script = person.with_token(person.pat("read")["token"])
    user = admin.data("POST", f"/admin/users/{person.user['id']}/deactivate")
    assert user["is_active"] is False
    assert not person.is_let_in() and person.refresh().status_code == 401
    assert script.call("GET", "/users/me").status_code == 401
    shut = person.try_sign_in()
    assert shut.status_code == 403 and code_of(shut) == "AUTH_FORBIDDEN"
    assert person.try_sign_in("not the password").status_code == 401, "only the owner is told"
    assert admin.data("POST", f"/admin/users/{person.user['id']}/deactivate")["is_active"] is False
    assert admin.data("POST", f"/admin/users/{person.user['id']}/activate")["is_active"] is True
    assert not person.is_let_in() and script.call("GET", "/users/me").status_code == 401, "what was ended stays ended"
    assert person.sign_in().is_let_in()


def test_a_new_role_counts_at_once_and_the_old_token_does_not(person, place):
    admin = administrator(place)
    changed = admin.data("PUT", f"/admin/users/{person.user['id']}/role", {"role": "admin"})
    assert changed["role"] == "admin"
    assert not person.is_let_in()
    person.use(person.refresh().json())
    assert person.call("GET", "/admin/users").status_code == 200
    admin.data("PUT", f"/admin/users/{person.user['id']}/role", {"role": "teacher"})
    assert person.call("GET", "/admin/users").status_code == 401
    person.use(person.refresh().json())
    assert person.call("GET", "/admin/users").status_code == 403
    assert person.data("GET", "/users/me")["role"] == "teacher"


def test_erasing_the_account_shuts_every_token(person):
    elsewhere = person.session()
    script = person.with_token(person.pat("read")["token"])
    assert person.call("DELETE", "/users/me").status_code == 204
    assert not person.is_let_in() and not elsewhere.is_let_in()
    assert script.call("GET", "/users/me").status_code == 401
    assert elsewhere.refresh().status_code == 401 and person.try_sign_in().status_code == 401


def test_an_emptied_redis_is_told_again(person, place):
    if not place.environment["REDIS_URL"]:
        return
    person.call("POST", "/auth/logout", {})
    other = Person(place)
    script = other.with_token(other.pat("read")["token"])
    other.call("POST", "/auth/logout", {"all": True})
    redis_command(place.environment["REDIS_URL"], "FLUSHALL")
    assert not person.is_let_in() and not other.is_let_in()
    stranger, key = Person(place), f"lexi:revoked:user:{other.user['id']}"
    assert harness.wait_for(lambda: stranger.is_let_in() and not redis_command(
        place.environment["REDIS_URL"], "GET " + key).startswith(b"$-1"), 5)
    assert script.call("GET", "/users/me").status_code == 200, "signing out leaves personal tokens"


def redis_command(url, line):
    address, _, number = url.removeprefix("redis://").partition("/")
    host, _, port = address.rpartition("@")[2].partition(":")
    with socket.create_connection((host, int(port or 6379)), timeout=5) as redis:
        redis.sendall(f"SELECT {number or 0}\r\n{line}\r\n".encode())
        answer = b""
        while answer.count(b"\r\n") < 2:
            answer += redis.recv(4096)
    return answer.partition(b"\r\n")[2]


def test_tokens_that_were_signed_out_are_refused_by_another_process_too(place):
    person = Person(place)
    second = harness.Service("backend-service", {**place.environment, "PORT": str(harness.free_port())})
    second.port = int(second.environment["PORT"])
    second.url = f"http://127.0.0.1:{second.port}"
    second.start()
    try:
        def let_in_there():
            return httpx.get(second.url + "/api/v1/users/me", headers=person.headers, timeout=30).status_code == 200

        assert let_in_there()
        assert person.call("POST", "/auth/logout", {}).status_code == 204
        assert harness.wait_for(lambda: not let_in_there(), 4)
    finally:
        second.stop()


def test_with_redis_an_access_token_costs_no_statement(place):
    if not place.environment["REDIS_URL"]:
        return
    person = Person(place)
    assert person.is_let_in()
    with psycopg.connect(place.environment["DATABASE_URL"], autocommit=True) as db:
        db.execute("ALTER TABLE revoked_tokens RENAME TO hidden")
        try:
            assert person.is_let_in(), "the request asked PostgreSQL for refused tokens"
        finally:
            db.execute("ALTER TABLE hidden RENAME TO revoked_tokens")
