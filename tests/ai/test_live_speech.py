"""Speech to text over a WebSocket: partial results while one speaks, the whole at the end."""
import contextlib
import json
import subprocess
import time

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

import harness
from speech_support import learner, loaded, said

TEXT = "I like green tea with my breakfast. My brother works in a hospital."
SECOND = 32_000  # bytes


@pytest.fixture(scope="module")
def service():
    service = harness.ai_service().start()
    yield loaded(service, "stt", "tts")
    service.stop()


def spoken_pcm(service, text):
    with learner(service) as client:
        spoken = said(client, text)
    return subprocess.run(
        ["sox", "-t", "wav", "-", "-t", "raw", "-r", "16000", "-e", "signed", "-b", "16", "-c", "1", "-"],
        input=spoken, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def pcm(service):
    return spoken_pcm(service, TEXT)


def opened(service, **options):
    return connect(service.url.replace("http", "ws") + "/api/v1/ai/stt/live", **options)


def start(socket, **more):
    socket.send(json.dumps({"type": "start", "token": harness.token(), **more}))


def told(socket, timeout=30):
    return json.loads(socket.recv(timeout=timeout))


def refusal(socket):
    """The error that ends a conversation."""
    while (message := told(socket))["type"] != "error":
        pass
    with pytest.raises(ConnectionClosed):
        socket.recv(timeout=10)
    return message


def test_partial_results_come_while_one_speaks_and_the_whole_at_the_end(service, pcm):
    with opened(service) as socket:
        start(socket, language="en")
        assert told(socket) == {"type": "ready"}
        for at in range(0, len(pcm), SECOND // 4):
            socket.send(pcm[at:at + SECOND // 4])
            time.sleep(0.25)
        socket.send(json.dumps({"type": "end"}))
        messages = []
        while not messages or messages[-1]["type"] != "final":
            messages.append(told(socket))
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=10)
    partial, final = messages[:-1], messages[-1]
    assert partial and all(m["type"] == "partial" and m["text"].startswith(m["stable"]) for m in partial)
    assert any(m["stable"] for m in partial), partial
    assert "green tea" in final["text"] and "hospital" in final["text"] and final["language"] == "en"
    assert final["duration"] == pytest.approx(len(pcm) / SECOND, abs=0.01)
    times = [t for word in final["words"] for t in (word["start"], word["end"])]
    assert times == sorted(times) and times[-1] <= final["duration"] + 0.1
    assert [w["word"] for w in final["words"]][:2] == ["I", "like"]


# One sentence again and again makes Whisper itself repeat it, so each is another.
LONG = {"hospital": "My older brother works in a big hospital near the river.",
        "breakfast": "I like green tea with my breakfast every morning.",
        "market": "On Sunday my mother goes to the market with her friends.",
        "football": "We often play football in the park after school.",
        "English": "My teacher speaks English very slowly in the first lesson.",
        "kitchen": "There are four chairs and a table in our kitchen.",
        "bus": "She takes the bus to work because her motorbike is old.",
        "summer": "Last summer my family went to the beach for a week.",
        "library": "Yesterday we read three books in the library.",
        "umbrella": "Take an umbrella with you because it may rain tonight.",
        "birthday": "My sister made a chocolate cake for his birthday.",
        "airport": "We met our cousin at the airport in the afternoon.",
        "doctor": "He felt ill, so he went to see the doctor.",
        "guitar": "Her best friend can play the guitar and sing very well."}


def test_a_long_recording_is_heard_in_windows_and_nothing_is_lost_or_doubled(service):
    spoken = [spoken_pcm(service, text) for text in LONG.values()]
    with opened(service) as socket:
        start(socket, language="en")
        for pcm in spoken:
            for at in range(0, len(pcm), SECOND):
                socket.send(pcm[at:at + SECOND])
            time.sleep(1.5)
        socket.send(json.dumps({"type": "end"}))
        while (final := told(socket, 120))["type"] != "final":
            pass
    assert final["duration"] == pytest.approx(sum(map(len, spoken)) / SECOND, abs=0.01)
    assert final["duration"] > 30, "longer than a window of 25 s"
    heard = [final["text"].count(word) for word in LONG]
    assert max(heard) == 1 and sum(heard) >= len(LONG) - 1, final["text"]   # one may be misheard
    words, asked = len(final["text"].split()), len(" ".join(LONG.values()).split())
    assert abs(words - asked) <= 0.1 * asked, final["text"]
    ends = [word["end"] for word in final["words"]]
    assert ends == sorted(ends) and ends[-1] > final["duration"] - 3


def test_silence_gives_empty_text(service):
    with opened(service) as socket:
        start(socket)
        socket.send(bytes(3 * SECOND))
        socket.send(json.dumps({"type": "end"}))
        while (final := told(socket))["type"] != "final":
            assert final["type"] in ("ready", "partial") and not final.get("text")
    assert final["text"] == "" and final["words"] == []


@pytest.mark.parametrize("first, code, field", [
    ("no json", "VALIDATION_ERROR", "type"), ('{"type": "end"}', "VALIDATION_ERROR", "type"), ("[]", "VALIDATION_ERROR", "type"),
    ('{"type": "start"}', "VALIDATION_ERROR", "token"), ('{"type": "start", "token": 7}', "VALIDATION_ERROR", "token"),
    ('{"type": "start", "token": "x.y.z"}', "AUTH_INVALID", None), (b"\0\0", "VALIDATION_ERROR", "type")])
def test_without_a_right_first_message_nobody_is_heard(service, first, code, field):
    with opened(service) as socket:
        socket.send(first)
        message = refusal(socket)
    assert message["code"] == code, message
    assert field is None or field in message["fields"]


def test_what_is_not_sound_is_refused_by_name(service):
    for sent, field in ((b"\0", "audio"), ('{"type": "stop"}', "type")):
        with opened(service) as socket:
            start(socket)
            assert told(socket)["type"] == "ready"
            socket.send(sent)
            assert field in refusal(socket)["fields"]
    with opened(service) as socket:
        start(socket, language="klingonish")
        assert "language" in refusal(socket)["fields"]


def test_at_most_two_minutes(service):
    with opened(service) as socket:
        start(socket)
        assert told(socket) == {"type": "ready"}  # before it only so much is kept
        with contextlib.suppress(ConnectionClosed):  # it may close while we still send
            for _ in range(121):
                socket.send(bytes(SECOND))
        assert "audio" in refusal(socket)["fields"]


def test_a_page_of_another_site_is_not_let_in(service):
    with opened(service, origin="https://evil.example") as socket:
        assert refusal(socket)["code"] == "AUTH_FORBIDDEN"


def test_a_client_that_goes_leaves_nothing_behind(service, pcm):
    for _ in range(5):
        socket = opened(service)
        start(socket)
        socket.send(pcm[:4 * SECOND])
        socket.socket.close()
    with opened(service) as socket:
        start(socket, language="en")
        socket.send(pcm)
        socket.send(json.dumps({"type": "end"}))
        while (final := told(socket, 60))["type"] != "final":
            pass
        assert "green tea" in final["text"]


def test_plain_http_finds_nothing_there(service):
    reply = httpx.get(service.url + "/api/v1/ai/stt/live", headers=harness.bearer())
    assert reply.status_code == 404
    with pytest.raises(Exception):
        connect(service.url.replace("http", "ws") + "/api/v1/ai/nowhere").recv(timeout=5)
