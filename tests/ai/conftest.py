import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import uuid

import httpx
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness
from harness import engines, token, wait_for


def started(**environment):
    """A service whose engines have all ended loading, one way or the other."""
    service = harness.ai_service(**environment).start()
    assert wait_for(lambda: all(e["state"] != "loading" for e in engines(service.url).values()), 60), service.tail()
    return service


@pytest.fixture(scope="session")
def service():
    running = started(MAX_TOKENS="1024")
    yield running
    running.stop()


class Learner:
    """A signed-in client of the AI service. `data` is for calls that must succeed."""

    def __init__(self, url):
        self.url, self.id = f"{url}/api/v1/ai", str(uuid.uuid4())
        self.headers = {"Authorization": "Bearer " + token(sub=self.id)}

    def call(self, method, path, json=None, key=None, **more):
        headers = {**self.headers, **more.pop("headers", {})}
        if key:
            headers["Idempotency-Key"] = key
        return httpx.request(method, self.url + path, json=json, headers=headers, timeout=120, **more)

    def data(self, method, path, json=None, **more):
        reply = self.call(method, path, json, **more)
        assert reply.status_code in (200, 201), f"{method} {path}: {reply.status_code} {reply.text}"
        return reply.json()["data"]

    def say(self, message, **more):
        key = more.pop("key", None)
        return self.data("POST", "/chat", {"message": message, "max_tokens": 24, **more}, key=key)

    def stream(self, message, headers=None, **more):
        """The events of a streamed turn: (name, data) in order."""
        body = {"message": message, "max_tokens": 24, "stream": True, **more}
        with httpx.stream("POST", self.url + "/chat", json=body, headers={**self.headers, **(headers or {})},
                          timeout=120) as reply:
            assert reply.status_code == 200, reply.read()
            assert reply.headers["content-type"].startswith("text/event-stream")
            return events(b"".join(reply.iter_raw()))


def events(raw):
    """Each event must by itself be UTF-8 and JSON; comments (heartbeats) are left out."""
    found = []
    for block in raw.split(b"\n\n"):
        lines = [line for line in block.decode("utf-8", errors="strict").split("\n") if line and line[0] != ":"]
        if lines:
            fields = dict(line.split(": ", 1) for line in lines)
            found.append((fields["event"], json.loads(fields["data"])))
    return found


@pytest.fixture
def learner(service):
    return Learner(service.url)


@pytest.fixture
def other(service):
    return Learner(service.url)


class Store:
    """A FerretDB of the test's own, which it may kill and start again."""

    def __init__(self):
        self.port, self.folder = harness.free_port(), tempfile.mkdtemp(prefix="lexi-ferretdb-")
        self.url = f"mongodb://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [os.environ["LEXI_FERRETDB"], "-listen", f"127.0.0.1:{self.port}", "-dir", self.folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert wait_for(self.listens, 30), "FerretDB does not listen"
        return self

    def listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def own_store():
    store = Store().start()
    yield store
    store.kill()


def fields_of(reply):
    return reply.json()["error"]["details"]["fields"]
