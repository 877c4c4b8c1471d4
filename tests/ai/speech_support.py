"""What the speech tests share: learners, a service whose engines are loaded, recordings made by hand."""
import io
import math
import pathlib
import random
import struct
import subprocess
import sys
import time
import wave

import httpx

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness


def alive(service):
    """Starts a service that cannot become ready, and waits until it answers."""
    service.process = subprocess.Popen([service.binary, "serve"], env=service.environment, cwd=harness.CLONE,
                                       stdout=service.log, stderr=subprocess.STDOUT)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and service.process.poll() is None:
        try:
            httpx.get(service.url + "/health", timeout=5)
            return service
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the service does not answer: " + service.tail())


def learner(service, **headers):
    """A client of a learner that nobody knew before."""
    return httpx.Client(base_url=service.url + "/api/v1/ai", timeout=120,
                        headers={**harness.bearer(), **headers})


def loaded(service, *kinds, seconds=60):
    """Waits until the engines of these kinds have loaded, or failed to."""
    deadline = time.monotonic() + seconds
    while any(harness.engines(service.url)[kind]["state"] == "loading" for kind in kinds):
        assert time.monotonic() < deadline, harness.engines(service.url)
        time.sleep(0.2)
    return service


def wav(samples, rate=16000):
    """A WAV of samples in -1..1."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(struct.pack("<h", round(max(-1, min(1, s)) * 32767)) for s in samples))
    return out.getvalue()


def silence(seconds):
    return wav([0.0] * int(seconds * 16000))


def hiss(seconds, level):
    source = random.Random(3)
    return wav([source.gauss(0, level) for _ in range(int(seconds * 16000))])


def samples_of(data):
    with wave.open(io.BytesIO(data)) as file:
        frames = file.readframes(file.getnframes())
        return [s / 32768 for (s,) in struct.iter_unpack("<h", frames)], file.getframerate()


def distorted(data):
    samples, rate = samples_of(data)
    return wav([math.copysign(min(1, abs(s) * 60), s) for s in samples], rate)


def said(client, text, **options):
    """The voice's WAV of a text."""
    reply = client.post("/tts", json={"text": text, **options}, headers={"Accept": "audio/wav"})
    assert reply.status_code == 200, reply.text
    return reply.content


def refused(reply, status, field=None):
    """The reply is this refusal in the error shape of the API, and names the field."""
    assert reply.status_code == status, (reply.status_code, reply.text[:500])
    assert reply.headers["content-type"].startswith("application/problem+json")
    error = reply.json()["error"]
    assert error["message"] == reply.json()["detail"] and len(error["message"]) > 10
    if field:
        assert field in error["details"]["fields"], error
    if status == 503:
        assert int(reply.headers["retry-after"]) >= 1
    return error


def bad_recordings(good):
    """(name, bytes, status) of uploads that no route may take, with MAX_AUDIO_SIZE_MB=2."""
    header = good[:44]
    return [
        ("empty", b"", 422),
        ("a header alone", header, 422),
        ("cut off", good[: len(good) // 2], 422),
        ("half a header", good[:20], 422),
        ("text", b"This is a letter, not a recording. " * 20, 415),
        ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(500), 415),
        ("an archive", b"PK\x03\x04" + bytes(500), 415),
        ("noise bytes", random.Random(5).randbytes(3000), 415),
        ("121 seconds", wav([0.1] * (121 * 8000), 8000), 413),
        ("more than 2 MB", good.ljust((2 << 20) + 1, b"\0"), 413),
    ]
