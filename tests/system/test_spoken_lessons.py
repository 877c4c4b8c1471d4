"""What a lesson says goes from the Backend to the AI service through the learner, who cannot read it."""
import pathlib
import sys

import httpx
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness


@pytest.fixture(scope="module")
def services():
    backend, ai = harness.backend().start(), harness.ai_service().start()
    ready = lambda: all(engine["state"] != "loading" for engine in harness.engines(ai.url).values())
    assert harness.wait_for(ready, 60), ai.tail()
    yield backend.url + "/api/v1", ai.url + "/api/v1/ai"
    backend.stop()
    ai.stop()


def spoken(lesson):
    return next(e for e in lesson["exercises"] if e["kind"] == "dictation")


def test_a_dictation_is_spoken_for_its_learner_only_and_its_words_are_not_told(services):
    backend, ai = services
    _, headers = harness.register(backend.removesuffix("/api/v1"))
    get = lambda path: httpx.get(backend + path, headers=headers, timeout=30).json()["data"]
    lesson = get(f"/lessons/{get('/courses/' + get('/courses')[0]['id'] + '/lessons')[0]['id']}")
    exercise = spoken(lesson)
    assert "audio_text" not in exercise
    body = {"text_token": exercise["audio_token"], "timings": True}
    reply = httpx.post(ai + "/tts", json=body, headers=headers, timeout=60)
    assert reply.status_code == 200, reply.text
    assert reply.json()["data"]["duration"] > 0.3 and reply.json()["data"]["words"] == []
    _, others = harness.register(backend.removesuffix("/api/v1"))
    refused = httpx.post(ai + "/tts", json=body, headers=others, timeout=60)
    assert refused.status_code == 422 and "text_token" in refused.json()["error"]["details"]["fields"]
