"""Real services for whole-service tests: a binary, its own port, its own database.

`./lexi test` sets LEXI_BIN (the folder of the binaries), LEXI_MODELS, LEXI_TEST_DATABASE_URL (a role that
may create databases), LEXI_TEST_MONGODB_URL and LEXI_TEST_REDIS_URL.
"""
import json
import os
import pathlib
import secrets
import signal
import socket
import subprocess
import tempfile
import time
import uuid

import httpx
import jwt
import psycopg

CLONE = pathlib.Path(os.environ.get("LEXI_CLONE", pathlib.Path(__file__).resolve().parent.parent))
SECRET = secrets.token_urlsafe(48)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def token(secret=None, algorithm="HS256", **claims):
    """An access token of a new learner, as the Backend signs them."""
    now = int(time.time())
    return jwt.encode({"sub": str(uuid.uuid4()), "type": "access", "role": "learner", "jti": uuid.uuid4().hex,
                       "iss": "lexilingo-backend", "aud": "lexilingo", "iat": now, "exp": now + 1800, **claims},
                      SECRET if secret is None else secret, algorithm=algorithm)


def bearer():
    """The headers of a learner whom no service has seen before."""
    return {"Authorization": "Bearer " + token()}


def engines(url):
    """The engines of the AI service at `url`, by kind."""
    reply = httpx.get(f"{url}/api/v1/ai/models/status", timeout=10)
    assert reply.status_code == 200, reply.text
    return {engine["kind"]: engine for engine in reply.json()["data"]["engines"]}


def fresh_database():
    """An empty database of its own name; the URL to it."""
    admin = os.environ["LEXI_TEST_DATABASE_URL"]
    name = "t_" + uuid.uuid4().hex[:12]
    with psycopg.connect(admin, autocommit=True) as db:
        db.execute(f'CREATE DATABASE "{name}"')
    base, _, _ = admin.rpartition("/")
    return f"{base}/{name}"


class Service:
    """One process of ours. `start` waits until /ready answers 200."""

    def __init__(self, name, environment, ready_s=60):
        self.name, self.ready_s = name, ready_s
        self.binary = str(pathlib.Path(os.environ["LEXI_BIN"]) / name)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ, "APP_ENV": "test", "SECRET_KEY": SECRET, "PORT": str(self.port),
            "RATE_LIMIT_PER_MINUTE": "0", "RATE_LIMIT_SIGN_IN": "0", "RATE_LIMIT_CHAT_PER_MINUTE": "0",
            "LOG_LEVEL": "WARNING", **environment}
        self.log = tempfile.NamedTemporaryFile(prefix=f"lexi-{name}-", suffix=".log", delete=False)
        self.process = None

    def run(self, *arguments):
        """A verb that ends by itself (migrate, import)."""
        subprocess.run([self.binary, *arguments], env=self.environment, check=True, cwd=CLONE,
                       stdout=self.log, stderr=subprocess.STDOUT)

    def start(self):
        self.process = subprocess.Popen([self.binary, "serve"], env=self.environment, cwd=CLONE,
                                        stdout=self.log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + self.ready_s
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                if httpx.get(self.url + "/ready", timeout=5).status_code == 200:
                    return self
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"{self.name} did not become ready: " + self.tail())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=40)
            except subprocess.TimeoutExpired:
                self.kill()
                raise

    def tail(self):
        return pathlib.Path(self.log.name).read_text(errors="replace")[-2000:]


class Redis:
    """One of the caller's own, which it may kill and start again, empty."""

    def __init__(self):
        self.port, self.folder = free_port(), tempfile.mkdtemp(prefix="lexi-redis-")
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--dir", self.folder, "--save", ""],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert wait_for(self.answers, 10)
        return self

    def answers(self):
        return subprocess.run(["redis-cli", "-p", str(self.port), "PING"], capture_output=True).stdout == b"PONG\n"

    def kill(self):
        self.process.kill()
        self.process.wait()


def backend(content=True, **environment):
    service = Service("backend-service", {
        "DATABASE_URL": environment.pop("DATABASE_URL", None) or fresh_database(),
        "REDIS_URL": os.environ.get("LEXI_TEST_REDIS_URL", ""), "DB_POOL_SIZE": "8", "DB_MAX_OVERFLOW": "0", **environment})
    service.run("migrate")
    if content:
        service.run("import", str(CLONE / "content"), "--yes")
    return service


def content_sizes(content=CLONE / "content"):
    """How many courses, lessons, exercises and words the files hold: what an import must bring in."""
    def read(pattern):
        return [json.loads(path.read_text()) for path in content.glob(pattern)]

    lessons = [lesson for unit in read("courses/*/unit-*.json") for lesson in unit["lessons"]]
    return (len(read("courses/*/course.json")), len(lessons), sum(len(lesson["exercises"]) for lesson in lessons),
            sum(len(listing["words"]) for listing in read("vocabulary/*.json")))


def ai_service(**environment):
    models = pathlib.Path(os.environ["LEXI_MODELS"])
    return Service("ai-service", {
        "MONGODB_URL": os.environ["LEXI_TEST_MONGODB_URL"],
        "MONGODB_DATABASE": "t_" + uuid.uuid4().hex[:12],
        "REDIS_URL": os.environ.get("LEXI_TEST_REDIS_URL", ""),
        "QWEN_MODEL_PATH": str(models / "SmolLM2-135M-Instruct.Q4_1.gguf"),
        "GRAMMAR_MODEL_PATH": str(models / "SmolLM2-135M-Instruct.Q4_1.gguf"),
        "WHISPER_MODEL_PATH": str(models / "ggml-tiny.en.bin"),
        "PIPER_EN_MODEL_PATH": str(models / "en_US-joe-medium.onnx"),
        "SILERO_MODEL_PATH": str(models / "silero_vad.onnx"),
        "PHONE_MODEL_DIR": str(CLONE / "ai-service" / "phones"),
        "PHONE_WEIGHTS_PATH": str(models / "ggml-base.bin"),
        "EMBEDDING_MODEL_PATH": str(models / "all-MiniLM-L6-v2-int8.onnx"),
        "EMBEDDING_VOCAB_PATH": str(models / "all-MiniLM-L6-v2-vocab.txt"),
        "INDEX_DIR": str(CLONE / "ai-service" / "indexes"),
        "SCENARIO_DIR": str(CLONE / "content" / "scenarios"),
        "VECTOR_DIR": tempfile.mkdtemp(prefix="lexi-vectors-"),
        "AUDIO_UPLOAD_DIR": tempfile.mkdtemp(prefix="lexi-audio-"), "MAX_TOKENS": "64", **environment})


def register(url, name=None):
    """A new learner of the Backend at `url`: (user, headers of a signed-in client)."""
    name = name or "u" + uuid.uuid4().hex[:12]
    password = "Mot-mat-khau-dai-" + name
    made = httpx.post(f"{url}/api/v1/auth/register", json={
        "email": f"{name}@example.com", "username": name, "password": password}, timeout=30)
    assert made.status_code == 201, made.text
    signed = httpx.post(f"{url}/api/v1/auth/login", json={"email": f"{name}@example.com", "password": password},
                        timeout=30)
    assert signed.status_code == 200, signed.text
    return made.json()["data"], {"Authorization": "Bearer " + signed.json()["access_token"]}
