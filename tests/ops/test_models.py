"""scripts/models.py against a server of our own: only right content is kept."""
import hashlib
import http.server
import json
import os
import pathlib
import subprocess
import sys
import threading
import time

import pytest

CLONE = pathlib.Path(os.environ.get("LEXI_CLONE", pathlib.Path(__file__).resolve().parents[2]))
BODY = os.urandom(3_000_000)


class Files(http.server.BaseHTTPRequestHandler):
    requests = []

    def do_GET(self):
        Files.requests.append((self.path, self.headers.get("Range")))
        if self.path == "/gone":
            return self.send_error(404)
        start = int((self.headers.get("Range") or "bytes=0-")[6:-1])
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(BODY) - start))
        self.end_headers()
        self.wfile.write(BODY[start:])

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    Files.requests.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture
def fetch(tmp_path):
    """fetch(entry…) runs models.py on a table of these entries; (its result, the folder of models)."""
    def run(*entries, what="small"):
        table = tmp_path / "table.json"
        table.write_text(json.dumps({"files": [
            {"name": "m.bin", "use": "llm", "profiles": ["small"], "size": len(BODY), "licence": "MIT",
             "sha256": hashlib.sha256(BODY).hexdigest(), **entry} for entry in entries]}))
        (tmp_path / "clone").mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, CLONE / "scripts" / "models.py", "--table", table, what], text=True, capture_output=True,
            env={**os.environ, "LEXI_HOME": str(tmp_path / "home"), "LEXI_CLONE": str(tmp_path / "clone")})
        return done, tmp_path / "home" / "models"
    return run


def everything_in(folder):
    return sorted(path.name for path in folder.rglob("*")
                  if path.is_file() and path.name not in (".lock", ".verified.json"))


def test_right_content_is_kept_and_linked_into_the_clone(fetch, server, tmp_path):
    done, models = fetch({"official": f"{server}/m"})
    assert done.returncode == 0, done.stderr
    assert (models / "m.bin").read_bytes() == BODY
    assert (tmp_path / "clone/ai-service/models/m.bin").read_bytes() == BODY


def test_wrong_content_is_refused_and_nothing_is_kept(fetch, server):
    done, models = fetch({"official": f"{server}/m", "sha256": "0" * 64})
    assert done.returncode == 1
    assert "wrong content" in done.stderr and "0" * 64 in done.stderr and "Traceback" not in done.stderr
    assert everything_in(models) == []


def test_what_is_there_is_not_fetched_again(fetch, server):
    fetch({"official": f"{server}/m"})
    done, _ = fetch({"official": f"{server}/m"})
    assert done.returncode == 0
    assert len(Files.requests) == 1


def test_a_file_that_was_changed_is_fetched_anew(fetch, server):
    _, models = fetch({"official": f"{server}/m"})
    (models / "m.bin").write_bytes(b"x" * len(BODY))
    done, _ = fetch({"official": f"{server}/m"})
    assert done.returncode == 0, done.stderr
    assert (models / "m.bin").read_bytes() == BODY


def test_an_interrupted_download_goes_on_where_it_stopped(fetch, server):
    _, models = fetch({"official": f"{server}/gone", "optional": True})
    (models / ".fetch" / "m.bin.part").write_bytes(BODY[:1_000_000])
    done, _ = fetch({"official": f"{server}/m"})
    assert done.returncode == 0, done.stderr
    assert Files.requests[-1] == ("/m", "bytes=1000000-")
    assert (models / "m.bin").read_bytes() == BODY


def test_an_unreachable_host_is_asked_once(fetch):
    began = time.monotonic()
    entries = [{"name": f"{n}.bin", "official": f"http://127.0.0.1:9/{n}", "optional": True} for n in range(5)]
    done, models = fetch(*entries)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("cannot be reached") == 1
    assert time.monotonic() - began < 10
    assert everything_in(models) == []


def test_a_needed_file_without_a_source_is_an_error_in_words(fetch):
    done, _ = fetch({"official": "http://127.0.0.1:9/m"})
    assert done.returncode == 1
    assert "m.bin: no source can be reached" in done.stderr and "Traceback" not in done.stderr


def test_another_file_serves_when_the_first_cannot_be_had(fetch, server):
    done, models = fetch({"official": f"{server}/gone", "else": "other.bin"},
                         {"name": "other.bin", "profiles": [], "official": f"{server}/m"})
    assert done.returncode == 0, done.stderr
    assert everything_in(models) == ["other.bin"]


def test_check_finds_a_damaged_file(fetch, server):
    _, models = fetch({"official": f"{server}/m"})
    assert fetch({"official": f"{server}/m"}, what="check")[0].returncode == 0
    damaged = bytearray(BODY)
    damaged[1_234_567] ^= 1
    before = (models / "m.bin").stat()
    (models / "m.bin").write_bytes(damaged)
    os.utime(models / "m.bin", ns=(before.st_atime_ns, before.st_mtime_ns))
    done, _ = fetch({"official": f"{server}/m"}, what="check")
    assert done.returncode == 1 and "WRONG CONTENT" in done.stdout


def test_every_model_of_the_project_says_where_it_is_from():
    for entry in json.loads((CLONE / "models.json").read_text())["files"]:
        assert entry.get("official") or entry.get("packages"), entry["name"]
        assert entry["licence"] and entry["size"] > 0, entry["name"]
        assert entry["sha256"] or entry.get("optional"), f"{entry['name']} must be pinned"
