"""Recordings that are not what a learner would send: each has a clear answer in bounded time. And a death in the middle
of uploads, after which the sweeper leaves no file without its document and no document without its file."""
import os
import pathlib
import subprocess
import threading
import time

import httpx
import pytest

import harness
from speech_support import distorted, learner, loaded, refused, said, samples_of, silence, wav

SENTENCE = "Good morning, I like green tea."


def sox(folder, name, *arguments):
    """A file that sox makes of nothing but its arguments (-R: the same each time)."""
    path = folder / name
    subprocess.run(["sox", "-R", "-n", *arguments[0], str(path), *arguments[1].split()], check=True, capture_output=True)
    return path.read_bytes()


def element(number, data):
    """One of EBML's."""
    head = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return head + (0x10000000 | len(data)).to_bytes(4, "big") + data


def film():
    """A WebM with a picture track and one frame."""
    header = element(0x1A45DFA3, element(0x4282, b"webm") + element(0x4287, b"\x02") + element(0x4285, b"\x02"))
    video = element(0xE0, element(0xB0, b"\x10") + element(0xBA, b"\x10"))
    track = element(0xAE, element(0xD7, b"\x01") + element(0x73C5, b"\x01") + element(0x83, b"\x01")
                    + element(0x86, b"V_VP8") + video)
    frame = b"\x10\x02\x00\x9d\x01\x2a\x10\x00\x10\x00" + bytes(20)
    cluster = element(0x1F43B675, element(0xE7, b"\x00") + element(0xA3, b"\x81\x00\x00\x80" + frame))
    return header + element(0x18538067, element(0x1549A966, element(0x2AD7B1, b"\x0f\x42\x40"))
                            + element(0x1654AE6B, track) + cluster)


@pytest.fixture(scope="module")
def service():
    service = harness.ai_service(MAX_AUDIO_SIZE_MB="10").start()
    yield loaded(service, "stt", "tts")
    service.stop()


@pytest.fixture(scope="module")
def client(service):
    with learner(service) as client:
        yield client


@pytest.fixture(scope="module")
def good(client):
    return said(client, SENTENCE)


def answered(client, data, seconds=20):
    began = time.monotonic()
    reply = client.post("/stt", files={"audio": ("a", data)}, data={"language": "en"})
    assert time.monotonic() - began < seconds, "no bounded time"
    return reply


def test_odd_recordings_are_heard(client, good):
    samples, rate = samples_of(good)
    eight = wav(samples[::2], rate // 2)
    loud = distorted(good)
    noisy = wav([s + 0.02 * ((i * 7919 % 101) / 50 - 1) for i, s in enumerate(samples)], rate)
    for name, data, word in (("11 kHz", eight, "morning"), ("clipped", loud, ""), ("noisy", noisy, "morning")):
        reply = answered(client, data)
        assert reply.status_code == 200, (name, reply.text)
        assert word in reply.json()["data"]["text"].lower(), (name, reply.text)


def test_shapes_of_sound_are_all_taken(client, tmp_path):
    for name, form in (("stereo", ["-r", "16000", "-c", "2"]), ("96 kHz", ["-r", "96000", "-c", "1", "-b", "24"]),
                       ("telephone", ["-r", "8000", "-c", "1", "-e", "u-law"])):
        reply = answered(client, sox(tmp_path, "a.wav", form, "synth 2 pinknoise vol 0.01"))
        assert reply.status_code == 200 and reply.json()["data"]["text"] == "", (name, reply.text)
        assert abs(reply.json()["data"]["duration"] - 2) < 0.1, name


def test_two_minutes_are_taken_and_more_is_not(client):
    assert answered(client, silence(119)).json()["data"]["text"] == ""
    refused(answered(client, silence(122)), 413)


def test_what_lies_about_itself_is_refused(client, good, tmp_path):
    longer = good[:40] + (len(good) * 3).to_bytes(4, "little") + good[44:]
    refused(answered(client, longer), 422, "audio")
    refused(answered(client, good[:len(good) // 2]), 422, "audio")
    refused(answered(client, film()), 415)
    error = refused(answered(client, b""), 422, "audio")
    assert "empty" in error["message"]


def test_hours_in_a_small_file_are_refused_unheard(client, tmp_path):
    bomb = sox(tmp_path, "a.flac", ["-r", "8000", "-c", "1"], "trim 0 7200")
    assert len(bomb) < 4 << 20
    refused(answered(client, bomb, 5), 413)
    # STREAMINFO's count of samples (36 bits from the middle of byte 21 on) as 0: it is not known.
    unsaid = bomb[:21] + bytes([bomb[21] & 0xF0]) + bytes(4) + bomb[26:]
    refused(answered(client, unsaid, 20), 413)


def test_a_death_during_uploads_leaves_nothing_behind(own_store):
    """Documents without bytes are core/audio_store_dbtest's: they must be ten minutes old, which no client can make."""
    service = harness.ai_service(MONGODB_URL=own_store.url).start()
    loaded(service, "tts")
    folder = pathlib.Path(service.environment["AUDIO_UPLOAD_DIR"])
    learners, acknowledged = [learner(service) for _ in range(4)], []

    def make(client, number):
        for turn in range(50):
            try:
                reply = client.post("/tts", json={"text": f"Number {number} and {turn}."})
                acknowledged.append((client, reply.json()["data"]["audio_id"]))
            except httpx.HTTPError:
                return

    makers = [threading.Thread(target=make, args=(client, number)) for number, client in enumerate(learners)]
    for thread in makers:
        thread.start()
    assert harness.wait_for(lambda: len(acknowledged) >= 6, 60)
    service.kill()
    for thread in makers:
        thread.join()
    half = folder / "ab"
    half.mkdir(exist_ok=True)
    lost = [half / "0123456789abcdef012345ab.wav", half / "0123456789abcdef012346ab.wav.part"]
    for path in lost:  # a death between the bytes and the document, and one in the middle of the bytes
        path.write_bytes(b"RIFF")
    for path in folder.rglob("*.*"):  # older than any upload may take
        os.utime(path, (time.time() - 3600, time.time() - 3600))
    service.start()
    assert harness.wait_for(lambda: not any(path.exists() for path in lost), 30)
    for client, audio in acknowledged:
        assert client.get(f"/audio/{audio}").status_code == 200
    for path in folder.rglob("*.*"):
        assert any(client.get(f"/audio/{path.stem}").status_code == 200 for client in learners), path.name
    service.stop()
