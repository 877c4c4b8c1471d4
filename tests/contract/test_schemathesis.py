"""schemathesis, all checks, on both services as they run."""
import os
import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import harness


@pytest.fixture(scope="module")
def backend():
    service = harness.backend().start()
    yield service
    service.stop()


@pytest.fixture(scope="module")
def ai_service():
    service = harness.ai_service(MAX_TOKENS="4").start()
    ready = lambda: all(engine["state"] != "loading" for engine in harness.engines(service.url).values())
    assert harness.wait_for(ready, 60), service.tail()
    yield service
    service.stop()


def schemathesis(service, headers, folder, *more):
    examples = os.environ.get("LEXI_SCHEMATHESIS_EXAMPLES", "25")
    run = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"),
         "--config-file", str(HERE / "schemathesis.toml"), "run", f"{service.url}/openapi.json",
         "--phases", "examples,coverage,fuzzing,stateful", "--checks", "all", "--mode", "all",
         "-n", examples, "--seed", "1", "--continue-on-failure", "-H", f"Authorization: {headers['Authorization']}", *more],
        capture_output=True, text=True, cwd=folder, timeout=max(900, 20 * int(examples)),
        env={**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE)})
    logs = harness.CLONE / ".lexi" / "log"
    logs.mkdir(parents=True, exist_ok=True)
    (logs / f"schemathesis-{service.name}.log").write_text(run.stdout + run.stderr)
    print(run.stdout[-3000:])
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]


def test_schemathesis_finds_no_failure_on_the_backend(backend, tmp_path):
    _, headers = harness.register(backend.url)
    # Signing out or erasing the one learner of the run would turn every later call into a 401.
    schemathesis(backend, headers, tmp_path, "--max-response-time", "2",
                 "--exclude-path", "/api/v1/auth/logout", "--exclude-operation-id", "delete_users_me")


def test_schemathesis_finds_no_failure_on_the_ai_service(ai_service, tmp_path):
    schemathesis(ai_service, harness.bearer(), tmp_path)
