"""A database that goes away and comes back; a service that ends in order; content that is wrong."""
import json
import shutil
import socket
import subprocess
import threading
import time
import urllib.parse

import httpx
import psycopg
import pytest

import harness
from conftest import Learner
from harness import wait_for


class Wire:
    """A TCP proxy before PostgreSQL that can be cut and mended."""

    def __init__(self, host, port):
        self.target, self.pairs, self.port = (host, port), [], harness.free_port()
        self.mend()

    def mend(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self.accept, args=(self.listener,), daemon=True).start()

    def accept(self, listener):
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            server = socket.create_connection(self.target)
            self.pairs.append((client, server))
            for one, other in ((client, server), (server, client)):
                threading.Thread(target=self.copy, args=(one, other), daemon=True).start()

    @staticmethod
    def copy(one, other):
        try:
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for pair in self.pairs:
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
                end.close()
        self.pairs = []


@pytest.fixture
def wired():
    parts = urllib.parse.urlsplit(harness.fresh_database())
    host = urllib.parse.parse_qs(parts.query).get("host", [parts.hostname])[0]
    wire = Wire(host, parts.port or 5432)
    user = parts.netloc.rpartition("@")[0]
    url = f"postgresql://{user}@127.0.0.1:{wire.port}{parts.path}"
    service = harness.backend(content=False, DATABASE_URL=url).start()
    yield service, wire
    service.stop()


def test_a_dead_database_is_503_with_retry_after_and_is_found_again(wired):
    service, wire = wired
    learner = Learner(service.url, *harness.register(service.url))
    learner.data("POST", "/vocabulary", {"word": "before", "translation": "trước"})
    wire.cut()
    for method, path, body in (("GET", "/vocabulary", None), ("POST", "/streaks/checkin", None),
                               ("POST", "/vocabulary", {"word": "during", "translation": "trong"})):
        reply = learner.call(method, path, body)
        assert reply.status_code == 503, reply.text
        assert int(reply.headers["retry-after"]) >= 1
        assert reply.json()["error"]["code"] == "SERVICE_UNAVAILABLE"
    sign_in = httpx.post(service.url + "/api/v1/auth/login", json={"email": "x", "password": "y"}, timeout=30)
    assert sign_in.status_code == 503
    assert httpx.get(service.url + "/health").status_code == 200
    ready = httpx.get(service.url + "/ready", timeout=30)
    assert ready.status_code == 503 and not ready.json()["parts"][0]["ready"]
    wire.mend()
    assert wait_for(lambda: httpx.get(service.url + "/ready", timeout=30).status_code == 200, 20)
    assert wait_for(lambda: learner.call("GET", "/vocabulary").status_code == 200, 20)
    learner.data("POST", "/vocabulary", {"word": "after", "translation": "sau"})
    assert {w["word"] for w in learner.data("GET", "/vocabulary")} == {"before", "after"}


def test_connections_that_the_server_ends_under_load_are_replaced(service, learner):
    """Drogon's own client crashed the process here (decision 3)."""
    name = urllib.parse.urlsplit(service.environment["DATABASE_URL"]).path.lstrip("/")
    ended, statuses = threading.Event(), []

    def work():
        while not ended.is_set():
            statuses.append(learner.call("POST", "/streaks/checkin").status_code)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    with psycopg.connect(service.environment["DATABASE_URL"], autocommit=True) as db:
        for _ in range(6):
            time.sleep(0.4)
            db.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                       "WHERE datname = %s AND pid <> pg_backend_pid()", [name])
    time.sleep(0.4)
    ended.set()
    for thread in threads:
        thread.join()
    assert service.process.poll() is None
    assert set(statuses) <= {200, 503} and statuses.count(200) > len(statuses) / 2
    assert learner.call("GET", "/users/me").status_code == 200
    assert learner.data("GET", "/streaks/me")["total_days_active"] == 1


def test_a_slow_password_does_not_hold_up_others(service):
    def sign_in(_):
        return httpx.post(service.url + "/api/v1/auth/login", json={"email": "nobody", "password": "x" * 20}, timeout=60)

    threads = [threading.Thread(target=sign_in, args=(i,)) for i in range(24)]
    for thread in threads:
        thread.start()
    waits = []
    for _ in range(10):
        began = time.perf_counter()
        assert httpx.get(service.url + "/health").status_code == 200
        waits.append(time.perf_counter() - began)
    for thread in threads:
        thread.join()
    assert sorted(waits)[5] < 0.25


def test_sigterm_ends_in_order():
    service = harness.backend(content=False).start()
    began = time.monotonic()
    service.process.terminate()
    assert service.process.wait(timeout=40) == 0
    assert time.monotonic() - began < 35


def test_a_migration_that_was_changed_is_refused():
    service = harness.backend(content=False)
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        db.execute("UPDATE schema_migrations SET checksum = repeat('0', 64) WHERE version LIKE 'V002%'")
    done = subprocess.run([service.binary, "migrate"], env=service.environment, capture_output=True, text=True)
    assert done.returncode == 1 and "V002" in done.stderr and "changed" in done.stderr


def test_two_migrations_at_once_take_turns():
    service = harness.Service("backend-service", {"DATABASE_URL": harness.fresh_database()})
    runs = [subprocess.Popen([service.binary, "migrate"], env=service.environment, stdout=subprocess.DEVNULL)
            for _ in range(3)]
    assert [run.wait(timeout=60) for run in runs] == [0, 0, 0]


def test_a_configuration_that_is_wrong_says_everything_at_once():
    service = harness.Service("backend-service", {"DATABASE_URL": "mysql://x", "SECRET_KEY": "", "PORT": "none"})
    done = subprocess.run([service.binary, "serve"], env=service.environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert all(name in done.stderr for name in ("DATABASE_URL", "SECRET_KEY", "PORT"))


@pytest.fixture
def pack(tmp_path):
    shutil.copytree(harness.CLONE / "content", tmp_path / "content")
    return tmp_path / "content"


def unit_of(pack):
    return next((pack / "courses" / "a1-first-steps").glob("unit-01*.json"))


def edit(path, change):
    data = json.loads(path.read_text())
    change(data)
    path.write_text(json.dumps(data))


def imported(service, pack):
    return subprocess.run([service.binary, "import", str(pack), "--yes"], env=service.environment, capture_output=True, text=True)


def counts(service):
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        return db.execute("SELECT (SELECT count(*) FROM courses), (SELECT count(*) FROM lessons WHERE NOT is_retired), "
                          "(SELECT count(*) FROM exercises WHERE NOT is_retired), (SELECT count(*) FROM vocabulary)"
                          ).fetchone()


def test_an_import_is_repeatable_and_keeps_ids(pack):
    service = harness.backend()
    before = counts(service)
    assert before == harness.content_sizes(pack)
    assert imported(service, pack).returncode == 0
    assert counts(service) == before


@pytest.mark.parametrize("change, said", [
    (lambda e: e.update(answer="not among them"), "one of the choices"),
    (lambda e: e.update(surprise=1), "surprise"),
    (lambda e: e.pop("prompt"), "prompt"),
    (lambda e: e.update(kind="riddle"), "kind")])
def test_wrong_content_is_refused_with_file_and_slug_and_nothing_changes(pack, change, said):
    service = harness.backend(content=False)
    path = unit_of(pack)

    def break_it(unit):
        exercise = next(e for e in unit["lessons"][0]["exercises"] if e["kind"] == "multiple_choice")
        change(exercise)

    edit(path, break_it)
    done = imported(service, pack)
    assert done.returncode == 1
    assert path.name in done.stderr and said in done.stderr
    assert counts(service) == (0, 0, 0, 0)


def test_what_a_pack_no_longer_has_is_retired_not_erased(pack):
    service = harness.backend()
    before = harness.content_sizes(pack)
    edit(unit_of(pack), lambda unit: unit["lessons"][0]["exercises"].pop())
    assert imported(service, pack).returncode == 0
    assert counts(service) == (*before[:2], before[2] - 1, before[3])
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        assert db.execute("SELECT count(*) FROM exercises").fetchone() == (before[2],)
