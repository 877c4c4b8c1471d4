"""More requests under way than MAX_IN_FLIGHT: the next is refused, whoever sends it; pages are served all the same."""
from concurrent.futures import ThreadPoolExecutor

import harness
import httpx
import psycopg
import pytest

LIMIT = 2
ORIGIN = "https://app.example"


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """A service that has as much to do as it takes: refreshes that wait for a lock."""
    web = tmp_path_factory.mktemp("web")
    (web / "index.html").write_text("<!doctype html><title>LexiLingo</title>")
    service = harness.backend(MAX_IN_FLIGHT=str(LIMIT), WEB_DIR=str(web), ALLOWED_ORIGINS=ORIGIN).start()
    user, _ = harness.register(service.url, "lan")
    signed = httpx.post(f"{service.url}/api/v1/auth/login", timeout=30, json={
        "email": "lan@example.com", "password": "Mot-mat-khau-dai-lan"}).json()
    url = service.environment["DATABASE_URL"]
    with psycopg.connect(url) as db, psycopg.connect(url, autocommit=True) as watch, ThreadPoolExecutor(LIMIT) as pool:
        db.execute("SELECT 1 FROM refresh_tokens WHERE user_id = %s FOR UPDATE", [user["id"]])
        sent = [pool.submit(httpx.post, f"{service.url}/api/v1/auth/refresh", timeout=60,
                            json={"refresh_token": signed["refresh_token"]}) for _ in range(LIMIT)]
        waiting = ("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                   " AND wait_event_type = 'Lock'")
        assert harness.wait_for(lambda: watch.execute(waiting).fetchone()[0] == LIMIT, 30)
        yield service
        db.rollback()
        assert sorted(reply.result().status_code for reply in sent) == [200, 401], "what was under way is finished"
    assert httpx.get(f"{service.url}/api/v1/courses", timeout=10).status_code == 401, "and all are served again"
    service.stop()


@pytest.mark.parametrize("method, headers", [("GET", {}), ("POST", {}), ("GET", {"Origin": ORIGIN}), ("POST", {"Origin": ORIGIN})])
def test_one_request_too_many_is_refused_and_a_browser_may_read_it(busy, method, headers):
    reply = httpx.request(method, f"{busy.url}/api/v1/courses", headers=headers, timeout=10)
    assert reply.status_code == 503 and int(reply.headers["Retry-After"]) >= 1
    assert reply.json()["error"]["code"] == "SERVICE_UNAVAILABLE"
    assert reply.headers["X-Request-ID"] == reply.json()["meta"]["request_id"]
    assert reply.headers.get("Access-Control-Allow-Origin") == headers.get("Origin")


@pytest.mark.parametrize("path", ["/", "/health", "/metrics", "/openapi.json"])
def test_pages_are_served_all_the_same(busy, path):
    assert httpx.get(busy.url + path, headers={"Accept": "text/html"}, timeout=10).status_code == 200
