"""Guessing passwords is slowed down, the owner is not locked out, and nothing tells who has an account."""
import statistics
import time
import uuid

import harness
import pytest

from accounts_support import Person, code_of


@pytest.fixture(scope="module", params=["redis", "process"])
def place(request):
    more = {} if request.param == "redis" else {"REDIS_URL": ""}
    running = harness.backend(content=False, RATE_LIMIT_SIGN_IN="1000000", TRUST_PROXY="True", **more).start()
    yield running
    running.stop()


def address():
    part = uuid.uuid4().bytes
    return "10.%d.%d.%d" % tuple(part[:3])


def at(where):
    return {"headers": {"X-Forwarded-For": where}}


@pytest.fixture
def person(place):
    made = Person(place)
    made.home = address()
    assert made.try_sign_in(**at(made.home)).status_code == 200
    return made


def guess(person, where, times):
    return [person.try_sign_in("not the password", **at(where)).status_code for _ in range(times)]


def test_after_five_wrong_passwords_the_next_try_has_to_wait(person):
    where = address()
    assert guess(person, where, 8) == [401] * 5 + [429] * 3
    refused = person.try_sign_in(**at(where))
    assert refused.status_code == 429 and code_of(refused) == "RATE_LIMITED", "the right password does not show itself"
    wait = int(refused.headers["Retry-After"])
    assert 1 <= wait <= 2
    time.sleep(wait)
    assert person.try_sign_in(**at(where)).status_code == 200
    assert guess(person, where, 6) == [401] * 5 + [429], "a right password starts anew"


def test_the_wait_doubles(person):
    where = address()
    guess(person, where, 5)
    waits = []
    for _ in range(2):
        refused = person.try_sign_in("wrong", **at(where))
        waits.append(int(refused.headers["Retry-After"]))
        time.sleep(waits[-1])
        assert person.try_sign_in("wrong", **at(where)).status_code == 401
    assert waits[0] <= 2 and 3 <= waits[1] <= 4, waits


def test_an_attacker_elsewhere_does_not_slow_the_owner_down_at_home(person):
    strangers = [address() for _ in range(12)]
    seen = [status for where in strangers for status in guess(person, where, 3)]
    assert seen.count(401) == 20 and seen.count(429) == 16, seen
    assert person.try_sign_in(**at(address())).status_code == 429, "an address that nobody knows waits too"
    assert person.try_sign_in(**at(person.home)).status_code == 200


def test_an_address_that_tries_many_accounts_is_slowed_down_but_not_its_own_people(person, place):
    seen = [harness.httpx.post(f"{place.url}/api/v1/auth/login", timeout=30, **at(person.home), json={
        "email": f"nobody{i}@example.com", "password": "x"}).status_code for i in range(103)]
    assert seen[:100] == [401] * 100 and 429 in seen[100:], seen
    assert person.try_sign_in(**at(person.home)).status_code == 200


def test_many_guesses_at_once_get_no_more_tries(person, at_once):
    where = address()
    seen = at_once(20, lambda _: person.try_sign_in("not the password", **at(where)).status_code)
    assert sorted(seen) == [401] * 5 + [429] * 15


def test_an_account_that_is_none_is_throttled_the_same(place):
    where, name = address(), f"nobody-{uuid.uuid4().hex}@example.com"
    replies = [harness.httpx.post(f"{place.url}/api/v1/auth/login", timeout=30, **at(where),
                                  json={"email": name, "password": "x"}) for _ in range(7)]
    assert [r.status_code for r in replies] == [401] * 5 + [429] * 2


def test_a_client_cannot_choose_its_address(person):
    """The proxy appends the address that it saw; what stands before is the client's own invention."""
    where = address()
    seen = [person.try_sign_in("wrong", headers={"X-Forwarded-For": f"{address()}, {where}"}).status_code for _ in range(7)]
    assert seen == [401] * 5 + [429] * 2


def test_guessing_the_current_password_is_slowed_down_too(person):
    body = {"current_password": "wrong password", "new_password": "mot mat khau khac 27"}
    seen = [person.call("POST", "/users/me/password", body).status_code for _ in range(7)]
    assert seen == [403] * 5 + [429] * 2


def test_unknown_and_wrong_take_the_same_time_and_say_the_same(person, place):
    def attempt(name):
        began = time.perf_counter()
        reply = harness.httpx.post(f"{place.url}/api/v1/auth/login", timeout=30, **at(address()),
                                   json={"email": name, "password": "not the password"})
        problem = reply.json()
        return time.perf_counter() - began, (reply.status_code, problem["detail"], problem["error"])

    attempt("nobody@example.com")  # makes the decoy
    pairs = [(attempt(person.email), attempt(f"nobody{i}@example.com")) for i in range(9)]
    assert len({str(said) for pair in pairs for _, said in pair}) == 1
    known, unknown = (statistics.median(pair[i][0] for pair in pairs) for i in (0, 1))
    assert max(known, unknown) < 2 * min(known, unknown), (known, unknown)


def test_when_too_many_passwords_wait_to_be_hashed_the_rest_are_sent_away_at_once(place, at_once):
    def one(_):
        began, name = time.monotonic(), "u" + uuid.uuid4().hex[:12]
        reply = harness.httpx.post(f"{place.url}/api/v1/auth/register", timeout=60, json={
            "email": f"{name}@example.com", "username": name, "password": "mot mat khau " + name})
        return reply, time.monotonic() - began

    replies = at_once(150, one)
    statuses = [reply.status_code for reply, _ in replies]
    assert set(statuses) == {201, 503}, statuses
    assert statuses.count(201) >= 60, "what was taken in is done"
    assert all(int(r.headers["Retry-After"]) >= 1 for r, _ in replies if r.status_code == 503)
    assert Person(place).is_let_in(), "and then all is well again"
