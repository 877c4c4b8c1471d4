"""Speech to text, text to speech and the bytes between, over HTTP with real engines."""
import pathlib
import threading
import time

import httpx
import pytest

import harness
from speech_support import alive, bad_recordings, hiss, learner, loaded, refused, said, silence

SENTENCE = "Good morning, I like green tea."


@pytest.fixture(scope="module")
def service():
    service = harness.ai_service(MAX_AUDIO_SIZE_MB="2").start()
    yield loaded(service, "stt", "tts")
    service.stop()


@pytest.fixture(scope="module")
def client(service):
    with learner(service) as client:
        yield client


@pytest.fixture(scope="module")
def recording(client):
    return said(client, SENTENCE)


def heard(client, data, **fields):
    reply = client.post("/stt", files={"audio": ("a", data)}, data=fields)
    assert reply.status_code == 200, reply.text
    return reply.json()["data"]


# --- text to speech ------------------------------------------------------------------------------

def test_a_text_becomes_a_file_with_its_word_times(client):
    data = client.post("/tts", json={"text": "My brother works in a hospital.", "timings": True}).json()["data"]
    assert data["format"] == "wav" and data["sample_rate"] > 8000 and data["model"] == "en_US-joe-medium"
    assert [w["word"] for w in data["words"]] == ["My", "brother", "works", "in", "a", "hospital"]
    times = [t for w in data["words"] for t in (w["start"], w["end"])]
    assert times == sorted(times) and times[-1] <= data["duration"]
    bytes_ = httpx.get(str(client.base_url).split("/api")[0] + data["url"], headers=client.headers)
    assert bytes_.headers["content-type"] == "audio/wav" and bytes_.content[:4] == b"RIFF"


def test_without_timings_there_are_no_words(client):
    assert client.post("/tts", json={"text": "No times, please."}).json()["data"]["words"] == []


def test_the_same_text_is_spoken_once_for_a_learner(service, client):
    body = {"text": "The same words again.", "speed": 1.25}
    first = client.post("/tts", json=body).json()["data"]
    again = client.post("/tts", json=body).json()["data"]
    slower = client.post("/tts", json={**body, "speed": 1}).json()["data"]
    assert (first["cached"], again["cached"], slower["cached"]) == (False, True, False)
    assert again["audio_id"] == first["audio_id"] != slower["audio_id"]
    assert slower["duration"] > first["duration"]
    with learner(service) as other:
        theirs = other.post("/tts", json=body).json()["data"]
    assert not theirs["cached"] and theirs["audio_id"] != first["audio_id"]


@pytest.mark.parametrize("accept, begin", [("audio/wav", b"RIFF"), ("audio/ogg", b"OggS")])
def test_who_accepts_sound_gets_the_bytes(client, accept, begin):
    for _ in range(2):  # made, then kept
        reply = client.post("/tts", json={"text": "Bytes, please."}, headers={"Accept": accept})
        assert reply.status_code == 200 and reply.headers["content-type"] == accept
        assert reply.content.startswith(begin)
    kept = client.get("/audio/" + reply.headers["content-location"].rsplit("/", 1)[1])
    assert kept.content == reply.content and kept.headers["etag"] == reply.headers["etag"]


def test_vietnamese_is_spoken(client):
    data = client.post("/tts", json={"text": "Tôi thích trà xanh.", "language": "vi-VN"}).json()["data"]
    assert "vi" in data["model"] and data["duration"] > 0.5


@pytest.mark.parametrize("body, field", [
    ({}, "text"), ({"text": ""}, "text"), ({"text": "  \n "}, "text"), ({"text": "?!..."}, "text"),
    ({"text": "a" * 1001}, "text"), ({"text": 5}, "text"), ({"text": "hi", "speed": 0.4}, "speed"),
    ({"text": "hi", "speed": 2.1}, "speed"), ({"text": "hi", "language": "tlh"}, "language"),
    ({"text": "hi", "language": "no language"}, "language"), ({"text": "hi", "voice": "nobody"}, "voice"),
    ({"text": "hi", "user_id": "someone"}, "user_id"), ({"text_token": "x"}, "text_token"),
    ({"text_token": "A" * 100}, "text_token"), ({"text_token": ""}, "text_token"),
    ({"text": "hi", "text_token": "A" * 100}, "text_token")])
def test_what_cannot_be_spoken_is_refused_by_name(client, body, field):
    refused(client.post("/tts", json=body), 422, field)


def test_a_body_that_is_no_json_is_refused(client):
    refused(client.post("/tts", content=b"{", headers={"Content-Type": "application/json"}), 400)
    refused(client.post("/tts", content=b"hi", headers={"Content-Type": "text/plain"}), 415)


def test_without_a_token_nothing_is_answered(service):
    for call in (lambda: httpx.post(service.url + "/api/v1/ai/tts", json={"text": "hi"}),
                 lambda: httpx.post(service.url + "/api/v1/ai/stt", files={"audio": b"x"}),
                 lambda: httpx.get(service.url + "/api/v1/ai/audio/0123456789abcdef01234567")):
        refused(call(), 401)


# --- the bytes -----------------------------------------------------------------------------------

def test_ranges_give_the_parts_they_name(client, recording):
    url = "/audio/" + client.post("/tts", json={"text": SENTENCE}).json()["data"]["audio_id"]
    size = len(recording)
    for asked, first, last in (("bytes=0-99", 0, 99), ("bytes=100-", 100, size - 1), ("bytes=-50", size - 50, size - 1),
                               (f"bytes=10-{size * 2}", 10, size - 1)):
        reply = client.get(url, headers={"Range": asked})
        assert reply.status_code == 206, asked
        assert reply.headers["content-range"] == f"bytes {first}-{last}/{size}"
        assert reply.content == recording[first:last + 1]
    whole = client.get(url, headers={"Range": "bytes=5-1"})
    assert whole.status_code == 200 and whole.content == recording
    beyond = client.get(url, headers={"Range": f"bytes={size}-"})
    assert beyond.status_code == 416 and beyond.headers["content-range"] == f"bytes */{size}"


def test_an_unchanged_file_is_not_sent_again(client, recording):
    url = "/audio/" + client.post("/tts", json={"text": SENTENCE}).json()["data"]["audio_id"]
    etag = client.get(url).headers["etag"]
    same = client.get(url, headers={"If-None-Match": f'"other", {etag}'})
    assert same.status_code == 304 and same.content == b"" and same.headers["etag"] == etag
    assert client.get(url, headers={"If-None-Match": '"other"'}).content == recording
    assert client.get(url, headers={"Range": "bytes=0-1", "If-Range": etag}).status_code == 206
    assert client.get(url, headers={"Range": "bytes=0-1", "If-Range": '"old"'}).status_code == 200


def test_a_recording_is_its_owners_alone(service, client):
    audio = client.post("/tts", json={"text": "Only mine."}).json()["data"]["audio_id"]
    assert client.get(f"/audio/{audio}").status_code == 200
    with learner(service) as other:
        refused(other.get(f"/audio/{audio}"), 404)
    for nothing in ("0123456789abcdef01234567", "x", "..%2f..%2fetc%2fpasswd", audio + "0"):
        refused(client.get(f"/audio/{nothing}"), 404)


def test_a_file_that_is_gone_is_not_found_and_is_spoken_anew(service, client):
    body = {"text": "Here today, gone tomorrow."}
    audio = client.post("/tts", json=body).json()["data"]["audio_id"]
    folder = pathlib.Path(service.environment["AUDIO_UPLOAD_DIR"])
    (folder / audio[-2:] / f"{audio}.wav").unlink()
    refused(client.get(f"/audio/{audio}"), 404)
    again = client.post("/tts", json=body).json()["data"]
    assert not again["cached"] and client.get(f"/audio/{again['audio_id']}").status_code == 200


# --- speech to text ------------------------------------------------------------------------------

def test_what_is_said_is_heard_with_times(client, recording):
    data = heard(client, recording, language="en-US", timestamps="word")
    assert data["text"].lower().strip(".") == "good morning, i like green tea"
    assert data["language"] == "en" and data["no_speech"] < 0.3 and 1 < data["duration"] < 6
    assert len(data["words"]) == 6 and data["segments"]
    times = [t for w in data["words"] for t in (w["start"], w["end"])]
    assert times == sorted(times) and times[-1] <= data["duration"]
    assert all(0 < w["probability"] <= 1 for w in data["words"])


def test_segments_alone_have_no_words(client, recording):
    data = heard(client, recording, timestamps="segment")
    assert data["segments"] and data["words"] == []


def test_ogg_is_heard_too(client):
    spoken = client.post("/tts", json={"text": SENTENCE}, headers={"Accept": "audio/ogg"}).content
    assert "green tea" in heard(client, spoken)["text"]


@pytest.mark.parametrize("data", [silence(2), hiss(2, 0.001), hiss(2, 0.02)], ids=["silence", "hiss", "loud hiss"])
def test_silence_is_an_empty_text_not_an_invention(client, data):
    result = heard(client, data)
    assert result["text"] == "" and result["words"] == [] and result["segments"] == []
    assert result["no_speech"] > 0.5


@pytest.mark.parametrize("fields, field", [
    ({"language": "klingon"}, "language"), ({"language": "tlh"}, "language"), ({"timestamps": "letter"}, "timestamps"),
    ({"verbatim": "maybe"}, "verbatim"), ({"verbatim": ""}, "verbatim"), ({"prompt": "hello"}, "prompt")])
def test_a_field_that_is_wrong_is_refused_by_name(client, recording, fields, field):
    refused(client.post("/stt", files={"audio": ("a.wav", recording)}, data=fields), 422, field)


def test_no_bad_recording_is_taken(client, recording):
    for name, data, status in bad_recordings(recording):
        error = refused(client.post("/stt", files={"audio": ("a.wav", data, "audio/wav")}), status)
        assert "audio" in error["details"]["fields"] or status == 413, (name, error)


def test_a_body_far_over_the_limit_is_cut_off_early(client):
    """The server answers before it has read everything; a client that still sends may see a reset instead."""
    try:
        assert client.post("/stt", files={"audio": ("a.wav", bytes(20 << 20))}).status_code == 413
    except httpx.TransportError:
        pass
    assert client.get("/health").status_code == 200


def test_a_form_without_audio_or_no_form_is_refused(client):
    refused(client.post("/stt", data={"language": "en"}, files={"sound": b"x"}), 422, "audio")
    refused(client.post("/stt", json={"audio": "x"}), 415)


# --- under way -----------------------------------------------------------------------------------

def test_the_loops_answer_while_recordings_are_recognised(service, recording):
    with learner(service) as client:
        long = said(client, " ".join([SENTENCE] * 12))
        jobs = [threading.Thread(target=heard, args=(client, long)) for _ in range(3)]
        for job in jobs:
            job.start()
        slowest, asked = 0, 0
        while any(job.is_alive() for job in jobs):
            began = time.monotonic()
            assert httpx.get(service.url + "/health", timeout=10).status_code == 200
            slowest, asked = max(slowest, time.monotonic() - began), asked + 1
            time.sleep(0.05)
        for job in jobs:
            job.join()
    print(f"/health asked {asked} times during recognition, slowest {slowest * 1000:.0f} ms")
    assert asked > 3 and slowest < 1


def test_a_client_that_goes_ends_its_recognition(service):
    with learner(service) as client:
        long = said(client, " ".join([SENTENCE] * 20))
        before = harness.engines(service.url)["stt"]["counters"]["cancelled"]
        with pytest.raises(httpx.TimeoutException):
            client.post("/stt", files={"audio": ("a.wav", long)}, timeout=httpx.Timeout(30, read=0.4))
        deadline = time.monotonic() + 15
        while harness.engines(service.url)["stt"]["counters"]["cancelled"] == before:
            assert time.monotonic() < deadline, "the recognition ran on"
            time.sleep(0.2)


def test_an_engine_without_a_model_is_503_and_the_others_work():
    service = harness.ai_service(WHISPER_MODEL_PATH="/nowhere/ggml-none.bin").start()
    try:
        loaded(service, "stt", "tts")
        with learner(service) as client:
            recording = said(client, "The voice works.")
            refused(client.post("/stt", files={"audio": ("a.wav", recording)}), 503)
            refused(client.post("/pronunciation/analyze", files={"audio": ("a.wav", recording)},
                                data={"target_text": "The voice works."}), 503)
    finally:
        service.stop()


def test_without_its_store_speech_is_503_in_good_time_and_recognition_works(recording):
    service = alive(harness.ai_service(MONGODB_URL=f"mongodb://127.0.0.1:{harness.free_port()}"))
    try:
        assert httpx.get(service.url + "/ready", timeout=15).status_code == 503
        loaded(service, "stt", "tts")
        with learner(service) as client:
            began = time.monotonic()
            refused(client.post("/tts", json={"text": "hi"}), 503)
            assert time.monotonic() - began < 8
            refused(client.get("/audio/0123456789abcdef01234567"), 503)
            refused(client.get("/pronunciation/history"), 503)
            assert "green tea" in heard(client, recording)["text"]
    finally:
        service.stop()
