"""schemathesis, all checks, on the Backend as it runs."""
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


def test_schemathesis_finds_no_failure_on_the_backend(backend, tmp_path):
    _, headers = harness.register(backend.url)
    examples = os.environ.get("LEXI_SCHEMATHESIS_EXAMPLES", "25")
    run = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"),
         "--config-file", str(HERE / "schemathesis.toml"), "run", f"{backend.url}/openapi.json",
         "--phases", "examples,coverage,fuzzing,stateful", "--checks", "all", "--mode", "all",
         "-n", examples, "--seed", "1", "--continue-on-failure", "--max-response-time", "2",
         "-H", f"Authorization: {headers['Authorization']}",
         # Signing out or erasing the one learner of the run would turn every later call into a 401.
         "--exclude-path", "/api/v1/auth/logout", "--exclude-operation-id", "delete_users_me"],
        capture_output=True, text=True, cwd=tmp_path, timeout=max(900, 20 * int(examples)),
        env={**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE)})
    (harness.CLONE / ".lexi" / "log").mkdir(parents=True, exist_ok=True)
    (harness.CLONE / ".lexi" / "log" / "schemathesis.log").write_text(run.stdout + run.stderr)
    print(run.stdout[-3000:])
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
