"""A learner's data are erased at once and whole, and nobody else's."""
import pathlib

import httpx
import pytest

import harness
from speech_support import learner, loaded, said


@pytest.fixture(scope="module")
def service():
    service = harness.ai_service().start()
    yield loaded(service, "stt", "tts", "aligner", "grammar", "llm")
    service.stop()


def kept(client):
    """What each route still shows of the learner."""
    return [client.get("/chat/sessions").json()["data"], client.get("/chat/memory").json()["data"],
            client.get("/pronunciation/history").json()["data"], client.get("/analyze/suggestions").json()["data"]]


def studies(client):
    """Something in every collection; the id of a recording."""
    assert client.post("/chat/memory", json={"kind": "interest", "text": "likes tea"}).status_code == 201
    assert client.post("/chat", json={"message": "Hello!", "max_tokens": 2, "seed": 1}).status_code == 200
    assert client.post("/analyze/error", json={"text": "She go to school yesterday."}).status_code == 200
    spoken = said(client, "I like tea.")
    form = {"target_text": "I like tea."}
    judged = client.post("/pronunciation/analyze", files={"audio": ("a", spoken)}, data=form)
    assert judged.status_code == 200, judged.text
    return judged.json()["data"]["audio_id"]


def files(service):
    return sum(path.is_file() for path in pathlib.Path(service.environment["AUDIO_UPLOAD_DIR"]).rglob("*"))


def test_everything_of_a_learner_goes_and_nothing_of_another(service):
    with learner(service) as client, learner(service) as other:
        theirs = studies(other)
        before, others = files(service), kept(other)
        audio = studies(client)
        assert all(kept(client)[:3]) and client.get(f"/audio/{audio}").status_code == 200
        assert client.delete("/data").status_code == 204
        assert kept(client) == [[], [], [], []]
        assert client.get(f"/audio/{audio}").status_code == 404
        assert files(service) == before, "the bytes went too"
        assert kept(other) == others and other.get(f"/audio/{theirs}").status_code == 200
        assert client.delete("/data").status_code == 204, "asked again it is still erased"


def test_only_who_is_signed_in_may_ask(service):
    assert httpx.delete(service.url + "/api/v1/ai/data", timeout=10).status_code == 401
