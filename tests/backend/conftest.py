import pathlib
import sys
import threading
import uuid

import httpx
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness


@pytest.fixture(scope="session")
def service():
    running = harness.backend().start()
    yield running
    running.stop()


class Learner:
    """A signed-in client. Calls give the reply; `data` of a reply that must succeed is the short form."""

    def __init__(self, url, user, headers):
        self.url, self.user, self.headers = url, user, headers

    def call(self, method, path, json=None, key=None, **more):
        headers = {**self.headers, **more.pop("headers", {})}
        if key:
            headers["Idempotency-Key"] = key
        return httpx.request(method, f"{self.url}/api/v1{path}", json=json, headers=headers, timeout=30, **more)

    def data(self, method, path, json=None, **more):
        reply = self.call(method, path, json, **more)
        assert reply.status_code in (200, 201), f"{method} {path}: {reply.status_code} {reply.text}"
        return reply.json()["data"]


@pytest.fixture
def newcomer(service):
    """Makes learners."""
    return lambda: Learner(service.url, *harness.register(service.url))


@pytest.fixture
def learner(newcomer):
    return newcomer()


@pytest.fixture
def api(service):
    def call(method, path, **more):
        return httpx.request(method, f"{service.url}/api/v1{path}", timeout=30, **more)
    return call


@pytest.fixture
def at_once():
    """Runs `work` in `count` threads that start together; what each gave."""
    def run(count, work):
        start, results = threading.Barrier(count), [None] * count

        def one(i):
            start.wait()
            results[i] = work(i)

        threads = [threading.Thread(target=one, args=(i,)) for i in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results
    return run


@pytest.fixture
def first_lesson(learner):
    course = learner.data("GET", "/courses")[0]
    lesson = learner.data("GET", f"/courses/{course['id']}/lessons")[0]
    return learner.data("GET", f"/lessons/{lesson['id']}")


def fields_of(reply):
    return reply.json()["error"]["details"]["fields"]


@pytest.fixture
def right_answer(service):
    """The body that answers an exercise rightly, as the database has it."""
    import psycopg

    def body(exercise):
        with psycopg.connect(service.environment["DATABASE_URL"]) as db:
            kind, answer, pairs = db.execute("SELECT kind, answer, pairs FROM exercises WHERE id = %s",
                                             [exercise["id"]]).fetchone()
        if kind == "matching":
            return {"exercise_id": exercise["id"], "pairs": {p["left"]: p["right"] for p in pairs}}
        if kind == "speaking":  # scored by the AI service, handed in by the client
            return {"exercise_id": exercise["id"], "score": 90, "analysis_id": uuid.uuid4().hex[:24]}
        return {"exercise_id": exercise["id"], "answer": answer}
    return body


def fresh_key():
    return uuid.uuid4().hex
