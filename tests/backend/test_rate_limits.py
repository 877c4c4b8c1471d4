"""Requests a minute: together in Redis, alone without it, and never in the way when it is gone."""
import subprocess
import time

import harness
import httpx
import pytest


@pytest.fixture
def redis():
    running = harness.Redis().start()
    yield running
    running.kill()


def pair(**environment):
    """Two processes of one Backend."""
    first = harness.backend(content=False, **environment)
    second = harness.Service("backend-service", {**first.environment, "PORT": str(harness.free_port())})
    second.port = int(second.environment["PORT"])
    second.url = f"http://127.0.0.1:{second.port}"
    return first.start(), second.start()


def ask(service, headers):
    return httpx.get(f"{service.url}/api/v1/users/me", headers=headers, timeout=30)


def early_in_a_minute():
    """A window must not end in the middle of a test."""
    if time.time() % 60 > 40:
        time.sleep(60 - time.time() % 60)


def test_processes_that_share_a_redis_count_together(redis):
    first, second = pair(REDIS_URL=redis.url, RATE_LIMIT_PER_MINUTE="10")
    try:
        _, headers = harness.register(first.url)
        early_in_a_minute()
        replies = [ask((first, second)[i % 2], headers) for i in range(14)]
        assert [r.status_code for r in replies] == [200] * 10 + [429] * 4
        assert [r.headers["x-ratelimit-remaining"] for r in replies[:10]] == [str(n) for n in range(9, -1, -1)]
        assert replies[-1].headers["x-ratelimit-remaining"] == "0"
        assert 1 <= int(replies[-1].headers["retry-after"]) <= 60
        _, other = harness.register(first.url)
        assert ask(first, other).status_code == 200, "somebody else's requests are counted apart"
    finally:
        first.stop(), second.stop()


def test_without_redis_each_process_counts_for_itself():
    first, second = pair(REDIS_URL="", RATE_LIMIT_PER_MINUTE="10")
    try:
        _, headers = harness.register(first.url)
        early_in_a_minute()
        for service in (first, second):
            assert [ask(service, headers).status_code for _ in range(12)] == [200] * 10 + [429] * 2
    finally:
        first.stop(), second.stop()


def test_a_redis_that_goes_away_stops_nobody_and_signing_out_still_holds(redis):
    service = harness.backend(content=False, REDIS_URL=redis.url, RATE_LIMIT_PER_MINUTE="1000").start()
    try:
        _, headers = harness.register(service.url)
        _, leaver = harness.register(service.url)
        _, early = harness.register(service.url)
        assert ask(service, headers).status_code == 200
        httpx.post(f"{service.url}/api/v1/auth/logout", headers=early, json={}, timeout=30)
        redis.kill()
        began = time.monotonic()
        assert [ask(service, headers).status_code for _ in range(20)] == [200] * 20
        assert time.monotonic() - began < 10
        assert httpx.post(f"{service.url}/api/v1/auth/logout", headers=leaver, json={}, timeout=30).status_code == 204
        assert ask(service, leaver).status_code == 401
        redis.start()  # and knows nothing
        deadline = time.monotonic() + 10
        told = b""
        while time.monotonic() < deadline and told != b"1\n":
            assert ask(service, headers).status_code == 200
            assert ask(service, leaver).status_code == 401 and ask(service, early).status_code == 401
            told = subprocess.run(["redis-cli", "-p", str(redis.port), "GET", "lexi:revoked:complete"],
                                  capture_output=True).stdout
            time.sleep(0.2)
        assert told == b"1\n", "the new Redis was told who is signed out"
        keys = subprocess.run(["redis-cli", "-p", str(redis.port), "KEYS", "lexi:revoked:jti:*"],
                              capture_output=True).stdout
        assert keys.count(b"lexi:revoked:jti:") == 2
    finally:
        service.stop()


def test_signing_in_is_counted_by_address():
    service = harness.backend(content=False, REDIS_URL="", RATE_LIMIT_SIGN_IN="5", TRUST_PROXY="True").start()
    try:
        early_in_a_minute()
        body = {"email": "nobody@example.com", "password": "x"}
        for where in ("192.0.2.1", "192.0.2.2"):
            seen = [httpx.post(f"{service.url}/api/v1/auth/login", json={**body, "email": f"{i}@example.com"}, timeout=30,
                               headers={"X-Forwarded-For": where}).status_code for i in range(7)]
            assert seen == [401] * 5 + [429] * 2
    finally:
        service.stop()
