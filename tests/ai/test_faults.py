"""Parts that are missing, broken or taken away while the service runs."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import httpx
import pytest

import harness
from conftest import Learner, events, started
from harness import engines, wait_for

MODELS = pathlib.Path(os.environ["LEXI_MODELS"])


@pytest.fixture(scope="module")
def broken():
    """A service whose language model is cut short and whose recogniser is missing."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="lexi-models-"))
    model = folder / "SmolLM2-135M-Instruct.Q4_1.gguf"
    with open(MODELS / model.name, "rb") as whole:
        model.write_bytes(whole.read(1 << 20))
    service = started(QWEN_MODEL_PATH=str(model), LLAMA_MODEL_PATH="", MAX_TOKENS="64",
                      WHISPER_MODEL_PATH=str(folder / "nothing.bin"))
    yield service
    service.stop()
    shutil.rmtree(folder)


def test_a_broken_model_is_named_while_the_service_is_up(broken):
    seen = engines(broken.url)
    assert seen["llm"]["state"] == "failed" and seen["llm"]["reason"]
    assert seen["llm"]["name"] == "SmolLM2-135M-Instruct.Q4_1.gguf"
    assert seen["stt"]["state"] == "failed" and seen["stt"]["reason"]
    assert seen["tts"]["state"] == "ready"
    text = json.dumps(seen)
    assert "/tmp" not in text and str(MODELS) not in text  # no path leaves the building
    assert httpx.get(broken.url + "/ready").status_code == 200
    health = httpx.get(broken.url + "/api/v1/ai/health").json()["data"]
    parts = {part["name"]: part for part in health["dependencies"]}
    assert health["status"] == "degraded" and parts["mongodb"]["ready"] and not parts["llm"]["ready"]


def test_what_needs_the_broken_model_is_refused_and_leaves_nothing_behind(broken):
    learner = Learner(broken.url)
    reply = learner.call("POST", "/chat", {"message": "Hello"})
    assert reply.status_code == 503 and int(reply.headers["retry-after"]) >= 1
    assert reply.json()["error"]["code"] == "SERVICE_UNAVAILABLE"
    assert learner.data("GET", "/chat/sessions") == []


def test_the_other_engines_work_beside_the_broken_one(broken):
    spoken = Learner(broken.url).data("POST", "/tts", {"text": "Good morning."})
    assert spoken["duration"] > 0.3


def test_a_model_that_is_put_right_is_taken_without_a_restart(broken):
    name = "SmolLM2-135M-Instruct.Q4_1.gguf"
    target = pathlib.Path(broken.environment["QWEN_MODEL_PATH"])
    shutil.copy(MODELS / name, target.with_suffix(".part"))
    target.with_suffix(".part").rename(target)
    assert wait_for(lambda: engines(broken.url)["llm"]["state"] == "ready", 60)
    assert Learner(broken.url).say("Hello", max_tokens=4)["reply"]


def test_while_the_model_loads_the_chat_says_so_and_others_answer():
    service = harness.ai_service(MAX_TOKENS="64").start()
    try:
        learner = Learner(service.url)
        loading = []
        while engines(service.url)["llm"]["state"] == "loading" and len(loading) < 50:
            reply = learner.call("POST", "/chat", {"message": "Hello", "max_tokens": 2})
            if reply.status_code == 503:
                loading.append((reply.json()["error"]["code"], int(reply.headers["retry-after"])))
            assert httpx.get(service.url + "/ready").status_code == 200
        assert all(code == "MODEL_LOADING" and wait >= 1 for code, wait in loading), loading
        print(f"asked {len(loading)} times while it loaded")
        assert wait_for(lambda: learner.call("POST", "/chat", {"message": "Hi", "max_tokens": 2}).status_code == 200, 60)
    finally:
        service.stop()


def test_a_store_that_dies_is_told_and_found_again(own_store):
    service = started(MONGODB_URL=own_store.url, MAX_TOKENS="64")
    try:
        learner = Learner(service.url)
        kept = learner.say("Remember me.", max_tokens=4)
        own_store.kill()
        for method, path, body in (("GET", "/chat/sessions", None), ("POST", "/chat", {"message": "Hello"}),
                                   ("GET", f"/chat/sessions/{kept['session_id']}", None)):
            began = time.monotonic()
            reply = learner.call(method, path, body)
            assert reply.status_code == 503, reply.text
            assert reply.json()["error"]["code"] == "SERVICE_UNAVAILABLE" and int(reply.headers["retry-after"]) >= 1
            assert time.monotonic() - began < 10
        assert httpx.get(service.url + "/health").status_code == 200
        ready = httpx.get(service.url + "/ready", timeout=15)
        assert ready.status_code == 503 and "mongodb" in ready.text
        own_store.start()
        assert wait_for(lambda: learner.call("GET", "/chat/sessions").status_code == 200, 30)
        assert len(learner.data("GET", f"/chat/sessions/{kept['session_id']}")["messages"]) == 2
        assert learner.say("Still there?", session_id=kept["session_id"], max_tokens=4)["reply"] is not None
        assert wait_for(lambda: httpx.get(service.url + "/ready", timeout=15).status_code == 200, 30)
    finally:
        service.stop()


def test_a_retry_after_a_crash_does_not_store_the_message_twice(own_store):
    service = started(MONGODB_URL=own_store.url, MAX_TOKENS="1024")
    learner = Learner(service.url)
    body = {"message": "Tell me a very long story about the moon.", "max_tokens": 900, "temperature": 1.5, "seed": 3,
            "stream": True}
    with httpx.stream("POST", learner.url + "/chat", json=body, timeout=60,
                      headers={**learner.headers, "Idempotency-Key": "crash-1"}) as reply:
        for chunk in reply.iter_raw():
            if b"event: token" in chunk:
                service.kill()
                break
    again = started(**{"MONGODB_URL": own_store.url, "MAX_TOKENS": "1024",
                       "MONGODB_DATABASE": service.environment["MONGODB_DATABASE"]})
    try:
        learner.url = f"{again.url}/api/v1/ai"
        done = learner.call("POST", "/chat", body, key="crash-1")
        assert "event: done" in done.text, done.text
        session, = learner.data("GET", "/chat/sessions")
        messages = learner.data("GET", f"/chat/sessions/{session['id']}")["messages"]
        assert [m["role"] for m in messages] == ["user", "assistant"]
    finally:
        again.stop()


def test_a_term_signal_ends_the_service_in_order():
    service = started(MAX_TOKENS="64")
    began = time.monotonic()
    service.stop()
    assert service.process.returncode == 0 and time.monotonic() - began < 20


def test_an_answer_under_way_is_finished_before_the_service_ends():
    service = started(MAX_TOKENS="256")
    learner = Learner(service.url)
    body = {"message": "Tell me about the sea.", "max_tokens": 200, "temperature": 1.2, "stream": True}
    received = b""
    with httpx.stream("POST", learner.url + "/chat", json=body, headers=learner.headers, timeout=60) as reply:
        for chunk in reply.iter_raw():
            if not received:
                service.process.terminate()
            received += chunk
    assert events(received)[-1][0] == "done"
    service.stop()
    assert service.process.returncode == 0


def test_every_mistake_of_the_configuration_is_told_at_once():
    service = harness.ai_service(SECRET_KEY="", MONGODB_URL="localhost", REDIS_URL="cache", API_V1_PREFIX="api")
    ended = subprocess.run([service.binary, "serve"], env=service.environment, capture_output=True, text=True,
                           timeout=30, cwd=tempfile.mkdtemp())
    assert ended.returncode == 2
    for name in ("SECRET_KEY", "MONGODB_URL", "REDIS_URL", "API_V1_PREFIX"):
        assert name in ended.stderr, ended.stderr
