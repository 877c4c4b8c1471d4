"""/v1/audio/transcriptions and /v1/audio/speech, as OpenAI's clients use them, and speech that is sent while it is made."""
import io
import pathlib
import time
import wave

import httpx
import pytest

import harness
from speech_support import bad_recordings, learner, loaded, refused, said, samples_of, silence

SENTENCE = "Good morning, I like green tea."
LONG = "My brother works in a big hospital, and he helps sick people there. We see him on Sunday. He is happy."


@pytest.fixture(scope="module")
def service():
    service = harness.ai_service(MAX_AUDIO_SIZE_MB="2").start()
    yield loaded(service, "stt", "tts")
    service.stop()


@pytest.fixture(scope="module")
def client(service):
    with httpx.Client(base_url=service.url + "/v1/audio", headers=harness.bearer(), timeout=120) as client:
        yield client


@pytest.fixture(scope="module")
def recording(service):
    with learner(service) as client:
        return said(client, SENTENCE)


def heard(client, data, **fields):
    reply = client.post("/transcriptions", files={"file": ("a.wav", data)}, data={"model": "whisper-1", **fields})
    assert reply.status_code == 200, reply.text
    return reply


def refused_as_openai(reply, status, param=None):
    assert reply.status_code == status, (reply.status_code, reply.text)
    error = reply.json()["error"]
    assert set(error) == {"message", "type", "param", "code"} and error["param"] == param


def test_a_transcription_comes_in_every_form(client, recording):
    text = heard(client, recording).json()
    assert set(text) == {"text"} and "green tea" in text["text"]
    assert heard(client, recording, response_format="text").text == text["text"] + "\n"
    srt = heard(client, recording, response_format="srt", language="en")
    assert srt.headers["content-type"].startswith("application/x-subrip")
    assert srt.text.startswith("1\n00:00:0") and " --> " in srt.text and "green tea" in srt.text
    assert heard(client, recording, response_format="vtt").text.startswith("WEBVTT\n\n00:00:0")
    full = heard(client, recording, response_format="verbose_json", **{"timestamp_granularities[]": "word"}).json()
    assert full["task"] == "transcribe" and full["language"] == "english" and len(full["words"]) == 6
    assert "segments" not in full


def test_silence_is_an_empty_transcription(client):
    assert heard(client, silence(1)).json() == {"text": ""}
    assert heard(client, silence(1), response_format="vtt").text == "WEBVTT\n\n"


@pytest.mark.parametrize("fields, param", [
    ({"response_format": "html"}, "response_format"), ({"temperature": "hot"}, "temperature"),
    ({"prompt": "say tea"}, "prompt"), ({"stream": "true"}, "stream"), ({"language": "klingon!"}, "language"),
    ({"chunking_strategy": "auto"}, "chunking_strategy"), ({"timestamp_granularities[]": "letter"},
                                                         "timestamp_granularities[]")])
def test_what_a_transcription_cannot_do_is_refused_by_name(client, recording, fields, param):
    refused_as_openai(client.post("/transcriptions", files={"file": recording}, data={"model": "whisper-1", **fields}),
                      400, param)


def test_an_unknown_model_and_a_bad_file_are_refused(client, recording):
    for route, call in (("/transcriptions", {"files": {"file": recording}, "data": {"model": "whisper-9"}}),
                        ("/speech", {"json": {"model": "x", "input": "hi", "voice": "alloy"}})):
        refused_as_openai(client.post(route, **call), 404, "model")
    for name, data, status in bad_recordings(recording):
        reply = client.post("/transcriptions", files={"file": data}, data={"model": "whisper-1"})
        assert reply.status_code == (400 if status == 422 else status), (name, reply.text)
        assert reply.json()["error"]["message"]
    refused_as_openai(client.post("/transcriptions", data={"model": "whisper-1"}, files={"sound": b"x"}), 400, "file")
    refused_as_openai(httpx.post(str(client.base_url) + "speech", json={}), 401)


@pytest.mark.parametrize("form, begin, kind", [
    (None, (b"ID3", b"\xff"), "audio/mpeg"), ("mp3", (b"ID3", b"\xff"), "audio/mpeg"), ("opus", (b"OggS",), "audio/ogg"),
    ("flac", (b"fLaC",), "audio/flac"), ("wav", (b"RIFF",), "audio/wav")])
def test_speech_comes_in_every_form(client, form, begin, kind):
    body = {"model": "tts-1", "input": SENTENCE, "voice": "alloy", **({"response_format": form} if form else {})}
    reply = client.post("/speech", json=body)
    assert reply.status_code == 200 and reply.headers["content-type"] == kind and reply.content.startswith(begin)
    assert "green tea" in heard(client, reply.content).json()["text"]


@pytest.mark.parametrize("more, param", [
    ({"response_format": "aac"}, "response_format"), ({"speed": 4}, "speed"), ({"voice": "nobody"}, "voice"),
    ({"input": "..."}, "input"), ({"instructions": "whisper"}, "instructions"), ({"stream_format": "sse"}, "stream_format"),
    ({"input": 5}, "input"), ({"pitch": 2}, "pitch")])
def test_what_speech_cannot_be_is_refused_by_name(client, more, param):
    refused_as_openai(client.post("/speech", json={"model": "tts-1", "input": "hi", "voice": "alloy", **more}), 400, param)


# --- our own routes ------------------------------------------------------------------------------

def test_subtitles_come_where_they_are_accepted(service, recording):
    with learner(service) as client:
        for accept, begin in (("text/vtt", "WEBVTT"), ("application/x-subrip", "1\n00:")):
            reply = client.post("/stt", files={"audio": recording}, headers={"Accept": accept})
            assert reply.status_code == 200 and reply.headers["content-type"].startswith(accept)
            assert reply.text.startswith(begin) and "green tea" in reply.text


def files(service):
    return len(list(pathlib.Path(service.environment["AUDIO_UPLOAD_DIR"]).rglob("*.wav")))


def test_streamed_speech_comes_before_it_is_finished_and_is_kept(service):
    with learner(service) as client:
        before = files(service)
        body = {"text": LONG, "stream": True}
        with client.stream("POST", "/tts", json=body, headers={"Accept": "audio/wav"}) as reply:
            assert reply.status_code == 200 and reply.headers["transfer-encoding"] == "chunked"
            pieces = list(reply.iter_raw())
        whole = b"".join(pieces)
        assert len(pieces) > 1 and whole.startswith(b"RIFF")
        seconds = (len(whole) - 44) / 2 / 22050
        assert harness.wait_for(lambda: files(service) > before, 10)
        time.sleep(0.2)  # the file is there before its document
        kept = client.post("/tts", json=body, headers={"Accept": "audio/wav"})
        assert "transfer-encoding" not in kept.headers and kept.headers["etag"]
        with wave.open(io.BytesIO(kept.content)) as file:
            assert abs(file.getnframes() / file.getframerate() - seconds) < 0.01
        refused(client.post("/tts", json={"text": "..", "stream": True}, headers={"Accept": "audio/wav"}), 422, "text")
        refused(client.post("/tts", json={"text": "hi", "stream": 1}), 422, "stream")


def test_a_client_that_leaves_in_the_middle_leaves_no_work_behind(service):
    with learner(service) as client:
        for _ in range(3):
            with client.stream("POST", "/tts", json={"text": LONG * 8, "stream": True},
                               headers={"Accept": "audio/ogg"}) as reply:
                assert next(reply.iter_raw())[:4] == b"OggS"
        assert samples_of(said(client, "Still here."))[0]


def test_words_have_the_times_of_their_phonemes(service):
    with learner(service) as client:
        data = client.post("/tts", json={"text": "Dr. Lan paid $5.", "timings": True}).json()["data"]
        assert [w["word"] for w in data["words"]] == ["Dr", "Lan", "paid", "$5"] and not data["words_estimated"]
        for word in data["words"]:
            times = [t for p in word["phonemes"] for t in (p["start"], p["end"])]
            assert times == sorted(times) and (times[0], times[-1]) == (word["start"], word["end"])
        given = client.post("/tts", json={"text": "Say [[θɪŋk]].", "timings": True}).json()["data"]["words"][1]
        assert [p["ipa"] for p in given["phonemes"]] == ["θ", "ɪ", "ŋ", "k"]
        refused(client.post("/tts", json={"text": "Say [[字]]."}), 422, "text")


def resident(service):
    status = pathlib.Path(f"/proc/{service.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) << 10


def test_a_long_sentence_takes_no_more_memory_than_its_sound_and_endless_figures_are_refused(service, client):
    """In one go the voice's attention would take memory by the square of the text: 4,096 signs took 23 GB."""
    before = resident(service)
    reply = client.post("/speech", json={"model": "tts-1", "voice": "alloy", "input": "seven " * 200, "response_format": "wav"})
    assert reply.status_code == 200 and len(reply.content) > 1_000_000, reply.text[:200]
    refused_as_openai(client.post("/speech", json={"model": "tts-1", "voice": "alloy", "input": "7" * 4096}), 400, "input")
    assert resident(service) - before < 1 << 30
