"""Recordings without speech, made with sox: no text, whatever they hold. -R gives sox the same random numbers each run."""
import pathlib
import subprocess
import sys

import httpx
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness

NOTES = ["C3", "E3", "G3", "A3", "C4", "E4", "G4", "A4", "C5"]


def recordings():
    """(name, sox's effects) of each recording."""
    for seconds in (0.5, 1, 2, 4, 8, 20):
        yield f"silence {seconds} s", f"trim 0 {seconds}"
    for kind in ("white", "pink", "brown", "tpdf"):
        for level in (0.002, 0.01, 0.05, 0.2, 0.7):
            yield f"{kind} noise at {level}", f"synth 3 {kind}noise vol {level}"
    for kind in ("white", "pink", "brown"):
        yield f"{kind} noise that swells", f"synth 4 {kind}noise tremolo 0.5 90 vol 0.4"
        yield f"{kind} noise in bursts", f"synth 4 {kind}noise tremolo 3 95 vol 0.4"
        yield f"{kind} noise through a telephone", f"synth 4 {kind}noise vol 0.5 sinc 300-3400"
    for note in NOTES:
        yield f"a string plucked at {note}", f"synth 2.5 pluck {note} vol 0.6 reverb"
    for first in range(0, 6):
        chord = " ".join(f"pluck {note}" for note in NOTES[first:first + 3])
        yield f"a chord on {NOTES[first]}", f"-c3 synth 3 {chord} remix - fade h 0.02 3 0.5 vol 0.7"
    for kind in ("sine", "square", "sawtooth", "triangle", "exp"):
        yield f"a {kind} tune", f"synth 0.4 {kind} 262 synth 0.4 {kind} mix 330 repeat 4 vol 0.4"
        yield f"a {kind} siren", f"synth 3 {kind} 300-900 vol 0.4"
    yield "a click each half second", "synth 0.01 square 1000 pad 0 0.49 repeat 8 vol 0.8"
    yield "mains hum", "synth 4 sine 50 synth 4 sine mix 150 vol 0.3"
    yield "a constant voltage", "synth 2 sine 0.01 dcshift 0.3"


def made(folder, effects):
    path = folder / "a.wav"
    channels, effects = ("3", effects[4:]) if effects.startswith("-c3 ") else ("1", effects)
    subprocess.run(["sox", "-R", "-n", "-r", "16000", "-b", "16", "-c", channels, str(path), *effects.split()],
                   check=True, capture_output=True)
    return path.read_bytes()


@pytest.fixture(scope="module")
def client():
    models = pathlib.Path(harness.os.environ["LEXI_MODELS"])
    service = harness.ai_service(WHISPER_MODEL_PATH=str(models / "ggml-base.bin")).start()
    with httpx.Client(base_url=service.url + "/api/v1/ai", headers=harness.bearer(), timeout=120) as client:
        assert harness.wait_for(lambda: harness.engines(service.url)["stt"]["state"] == "ready", 60)
        yield client
    service.stop()


def test_what_holds_no_speech_has_no_text(client, tmp_path):
    invented, count = [], 0
    for name, effects in recordings():
        reply = client.post("/stt", files={"audio": ("a.wav", made(tmp_path, effects))}, data={"language": "en"})
        assert reply.status_code == 200, (name, reply.text)
        count += 1
        if reply.json()["data"]["text"]:
            invented.append((name, reply.json()["data"]["text"]))
    print(f"empty text for {count - len(invented)} of {count} recordings without speech")
    assert count >= 60 and not invented, invented
