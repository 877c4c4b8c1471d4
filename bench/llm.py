#!/usr/bin/env python3
"""The language model's engine against llama.cpp itself, on one machine, in turns.

    ./lexi bench llm [MODEL] [ROUNDS] [THREADS]     a GGUF file (default SmolLM2), 3 rounds, all cores

One stream: the engine against a bare loop over llama_decode (what llama-bench times), same library, file, threads.
Over HTTP, with 8 slots each: our service against llama-server (out of the package xllamacpp, which brings its own
build of llama.cpp): 8 streams together; the first token of a session's fifth turn, and of a new session, against that
of a cold prompt; and ours beside a client that does not read and beside one that does. What decides is the ratio:
others may be at work on the machine. Where they are, one thread less than the cores tells more: llama.cpp's threads
wait for each other at each step, and one that has no core holds up all.
"""
import concurrent.futures
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import time
import uuid

import httpx

CLONE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CLONE / "tests"))
BIN = pathlib.Path(os.environ["LEXI_BIN"])
MODELS = pathlib.Path(os.environ.get("LEXI_MODELS", pathlib.Path(os.environ["LEXI_HOME"]) / "models"))
THREADS = int(sys.argv[3]) if len(sys.argv) > 3 else len(os.sched_getaffinity(0))
SLOTS, CONTEXT, ANSWER = 8, 2048, 64
PERSONA = "You are a kind English tutor for learners from Vietnam. " * 6
SAID = ["I went to the market this morning and bought fish, rice and a lot of vegetables for my family.",
        "My brother works in a big hospital in Hue and he comes home very late almost every evening.",
        "On Sunday we often drive to the beach with our friends, and the children swim until it gets dark.",
        "I would like to speak English better because I want to find a good job in another country.",
        "What should I do every day to learn new words and to remember them for a long time?"]


class Ours:
    name = "ours"

    def __init__(self, model):
        import harness
        os.environ.setdefault("LEXI_MODELS", str(MODELS))
        self.redis = harness.Redis().start()  # without one, each request waits for it
        os.environ.setdefault("LEXI_TEST_MONGODB_URL", "mongodb://127.0.0.1:9")  # chat is not measured here
        self.service = harness.ai_service(
            QWEN_MODEL_PATH=model, LLAMA_MODEL_PATH="", BATCH_SIZE=str(SLOTS), LLM_CONTEXT_TOKENS=str(CONTEXT),
            MODEL_THREADS=str(THREADS), MAX_TOKENS="512", DEVICE="cpu",
            REDIS_URL=self.redis.url)
        self.service.process = subprocess.Popen([self.service.binary, "serve"], env=self.service.environment, cwd=CLONE,
                                                stdout=self.service.log, stderr=subprocess.STDOUT)
        self.url, self.headers = self.service.url, harness.bearer()

    def stop(self):
        self.service.process.kill()
        self.service.process.wait()
        self.redis.kill()


class LlamaServer:
    name = "llama-server"
    RUN = """
import sys, threading, xllamacpp
p = xllamacpp.CommonParams()
p.model.path, p.port, p.n_parallel, p.n_ctx = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
p.cpuparams.n_threads = p.cpuparams_batch.n_threads = int(sys.argv[5])
p.n_gpu_layers = 0
server = xllamacpp.Server(p)
print(server.listening_address, flush=True)
threading.Event().wait()
"""

    def __init__(self, model):
        import harness
        port, self.headers = harness.free_port(), {}
        self.process = subprocess.Popen([sys.executable, "-c", self.RUN, model, str(port), str(SLOTS),
                                         str(SLOTS * CONTEXT), str(THREADS)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.url = f"http://127.0.0.1:{port}"

    def stop(self):
        self.process.kill()
        self.process.wait()


def asking(server, body):
    return httpx.stream("POST", server.url + "/v1/chat/completions", json=body, headers=server.headers, timeout=300)


def answer(server, messages, tokens=ANSWER):
    """(seconds to the first text, seconds, tokens, text) of one streamed answer."""
    body = {"messages": messages, "max_tokens": tokens, "temperature": 0.8, "stream": True,
            "stream_options": {"include_usage": True}}
    began, first, text, usage = time.monotonic(), None, "", None
    with asking(server, body) as reply:
        reply.raise_for_status()
        for line in reply.iter_lines():
            if not line.startswith("data: {"):
                continue
            chunk = json.loads(line[6:])
            usage = chunk.get("usage") or usage
            said = chunk["choices"][0]["delta"].get("content") if chunk["choices"] else None
            if said:
                first = first or time.monotonic() - began
                text += said
    took = time.monotonic() - began
    return first or took, took, usage["completion_tokens"], text


def wait_until_up(server):
    for _ in range(600):
        try:
            answer(server, [{"role": "user", "content": "Hi."}], 2)
            return
        except (httpx.HTTPError, KeyError, TypeError):
            time.sleep(0.1)
    sys.exit(f"{server.name} does not answer")


def together(server, streams):
    """Tokens a second of all streams together."""
    def one(i):
        said = f"Tell me story number {i} about the sea. {uuid.uuid4().hex[:6]}"
        return answer(server, [{"role": "user", "content": said}])

    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(streams) as pool:
        made = list(pool.map(one, range(streams)))
    return sum(tokens for _, _, tokens, _ in made) / (time.monotonic() - began)


def turns(server):
    """Seconds to the first text: of the fifth turn of a session, and of a cold prompt as long; of a new session with a
    known system prompt, and with an unknown one."""
    def messages(persona):
        return [{"role": "system", "content": persona}]

    talk = messages(f"Lesson {uuid.uuid4().hex}. {PERSONA}")
    for said in SAID:
        talk.append({"role": "user", "content": said})
        warm, _, _, text = answer(server, talk, 24)
        talk.append({"role": "assistant", "content": text})
    talk.pop()
    cold, _, _, _ = answer(server, messages(f"Class {uuid.uuid4().hex}. {PERSONA}") + talk[1:], 2)
    # Another learner of the same class: the system prompt is known, the rest is not.
    fresh = messages(f"Class {uuid.uuid4().hex}. {PERSONA}")
    alone, _, _, _ = answer(server, [*fresh, {"role": "user", "content": "Good morning!"}], 2)
    shared, _, _, _ = answer(server, [*fresh, {"role": "user", "content": "Hello, can we talk about food?"}], 2)
    return warm, cold, shared, alone


def beside_others(server):
    """Tokens a second of 4 streams, beside a fifth that reads and beside one that does not."""
    long = {"messages": [{"role": "user", "content": "Count to one thousand."}], "max_tokens": 300, "stream": True}
    with asking(server, long) as quick:
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            read = pool.submit(lambda: [None for _ in quick.iter_raw()])
            undisturbed = together(server, 4)
            read.result()
    body = json.dumps(long).encode()
    host, port = server.url.removeprefix("http://").split(":")
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        slow.connect((host, int(port)))
        head = [b"POST /v1/chat/completions HTTP/1.1", b"Host: x", b"Content-Type: application/json",
                *(f"{k}: {v}".encode() for k, v in server.headers.items()), b"Content-Length: %d" % len(body)]
        slow.sendall(b"\r\n".join(head) + b"\r\n\r\n" + body)
        return undisturbed, together(server, 4)


def show(name, ours, theirs, unit):
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    print(f"{name:50} {ours:9.2f} {theirs:9.2f} {unit:6} {100 * ours / theirs:6.1f} %", flush=True)


def main():
    model = sys.argv[1] if len(sys.argv) > 1 else str(MODELS / "SmolLM2-135M-Instruct.Q4_1.gguf")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    print(f"{pathlib.Path(model).name}, {THREADS} threads, {rounds} rounds", flush=True)
    made = subprocess.run([BIN / "lexi-llm", "--model", model, "--threads", str(THREADS), "--max-tokens", "64",
                           "--try-speed", str(4 * rounds + 1)], text=True, capture_output=True, check=True)
    print("one stream,", "\n            ".join(made.stdout.strip().splitlines()[-2:]), flush=True)
    servers = [Ours(model), LlamaServer(model)]
    try:
        for server in servers:
            wait_until_up(server)
        streams, *first = ({s.name: [] for s in servers} for _ in range(5))
        undisturbed, beside = [], []
        for _ in range(rounds):
            for server in servers:
                streams[server.name].append(together(server, SLOTS))
                for kept, seconds in zip(first, turns(server)):
                    kept[server.name].append(seconds * 1000)
            a, b = beside_others(servers[0])
            undisturbed.append(a)
            beside.append(b)
        warm, cold, shared, alone = first
        print(f"{'':50} {'ours':>9} {'other':>9}")
        show("8 streams together, against llama-server", streams["ours"], streams["llama-server"], "tok/s")
        show("first token of turn 5, against llama-server", warm["ours"], warm["llama-server"], "ms")
        show("first token of turn 5, against a cold prompt", warm["ours"], cold["ours"], "ms")
        show("the same of llama-server", warm["llama-server"], cold["llama-server"], "ms")
        show("a new session, known system prompt, and unknown", shared["ours"], alone["ours"], "ms")
        show("4 streams beside one that does not read, and does", beside, undisturbed, "tok/s")
    finally:
        for server in servers:
            server.stop()


if __name__ == "__main__":
    main()
