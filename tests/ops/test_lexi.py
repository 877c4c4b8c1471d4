"""The scripts behind ./lexi, as a person at a terminal sees them. Each test has its own state folder."""
import os
import pathlib
import re
import socket
import subprocess
import time

import pytest

CLONE = pathlib.Path(os.environ.get("LEXI_CLONE", pathlib.Path(__file__).resolve().parents[2]))
# The suite runs inside the root: here `in_root` has nowhere else to enter.
PRELUDE = """
set -uo pipefail
. "$LEXI_CLONE/scripts/root.sh"
root_enter() { printf '%s\\n' env; }
in_root() { "$@"; }
. "$LEXI_CLONE/scripts/up.sh"
up_stores
"""


@pytest.fixture
def lexi(tmp_path):
    def run(script, **environment):
        return subprocess.run(["bash", "-c", PRELUDE + script], text=True, capture_output=True, timeout=60, env={
            **os.environ, "LEXI_CLONE": str(CLONE), "LEXI_STATE": str(tmp_path / "state"),
            "LEXI_PORT_REDIS": str(free_port()), "LEXI_HOME": str(tmp_path / "home"), **environment})
    yield run
    run("stores_stop")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def runs(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


def pid_of(tmp_path, name):
    return int((tmp_path / "state" / "run" / f"{name}.pid").read_text().split()[0])


def test_a_store_that_runs_is_not_started_twice(lexi, tmp_path):
    port = str(free_port())
    assert lexi("stores_redis", LEXI_PORT_REDIS=port).returncode == 0
    first = pid_of(tmp_path, "redis")
    assert lexi("stores_redis", LEXI_PORT_REDIS=port).returncode == 0
    assert pid_of(tmp_path, "redis") == first and runs(first)


def test_down_ends_what_up_started(lexi, tmp_path):
    assert lexi("stores_redis").returncode == 0
    pid = pid_of(tmp_path, "redis")
    assert runs(pid)
    assert lexi("down").returncode == 0
    assert not runs(pid)


def test_down_leaves_a_process_that_has_taken_over_the_id(lexi, tmp_path):
    stranger = subprocess.Popen(["sleep", "60"])
    try:
        lexi("true")
        (tmp_path / "state/run/redis.pid").write_text(f"{stranger.pid} 12345\n")
        assert lexi("down").returncode == 0
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_what_does_not_heed_sigterm_is_killed(lexi, tmp_path):
    done = lexi("""spawn "$RUN" deaf bash -c 'trap "" TERM; while :; do sleep 0.1; done'; sleep 0.3
        read -r pid _ <"$RUN/deaf.pid"; stop "$RUN" deaf 1; echo "$pid" """)
    for _ in range(50):   # a killed process may take a moment to be gone
        if not runs(int(done.stdout)):
            return
        time.sleep(0.1)
    raise AssertionError("it still runs")


def test_a_taken_port_is_reported_with_its_holder(lexi):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = lexi("stores_redis", LEXI_PORT_REDIS=str(port))
    assert done.returncode != 0
    assert f"port {port}" in done.stderr and f"(process {os.getpid()})" in done.stderr
    assert "LEXI_PORT_REDIS" in done.stderr


@pytest.mark.parametrize("service, variable", [("backend-service", "LEXI_PORT_BACKEND"), ("ai-service", "LEXI_PORT_AI")])
def test_the_message_about_a_port_names_the_variable_that_moves_it(lexi, service, variable):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = lexi(f'port_is_free "$RUN" {service} {taken.getsockname()[1]}')
    assert done.returncode == 1
    assert re.search(rf"\b{variable}\.", done.stderr), done.stderr
    assert lexi("echo $PORT_BACKEND $PORT_AI", **{variable: "8555"}).stdout.split().count("8555") == 1


def test_every_taken_port_is_found_before_anything_starts(lexi):
    with socket.socket() as one, socket.socket() as two:
        for taken in one, two:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
        ports = [str(taken.getsockname()[1]) for taken in (one, two)]
        done = lexi("ports_are_free", LEXI_PORT_MONGODB=ports[0], LEXI_PORT_AI=ports[1],
                    LEXI_PORT_POSTGRES=str(free_port()), LEXI_PORT_BACKEND=str(free_port()))
    assert done.returncode == 1
    assert re.findall(r"port (\d+), which", done.stderr) == ports


def test_a_failed_step_names_its_log_and_shows_its_end(lexi, tmp_path):
    done = lexi("step 'some work' sh -c 'echo line one; echo the reason; exit 7'")
    assert done.returncode == 7
    assert "the reason" in done.stderr
    assert str(tmp_path / "state/log/some-work.log") in done.stderr


def test_a_step_shows_its_name_and_time(lexi):
    done = lexi("step 'some work' true")
    assert re.fullmatch(r"some work +\d+\.\d s\n", done.stdout)


def test_secrets_are_made_once_and_only_their_owner_reads_them(lexi, tmp_path):
    first = lexi("store_secret SECRET_KEY").stdout
    assert len(first.strip()) >= 32
    assert lexi("store_secret SECRET_KEY").stdout == first
    assert (tmp_path / "state/secrets/SECRET_KEY").stat().st_mode & 0o077 == 0


def test_the_profile_stays_as_it_was_decided(lexi, tmp_path):
    lexi("profile")
    (tmp_path / "state/profile").write_text("small\n")
    assert lexi("profile").stdout == "small\n"
    assert lexi("profile", LEXI_PROFILE="standard").stdout == "standard\n"


def test_an_interrupted_step_ends_what_it_runs(lexi, tmp_path):
    script = f"""in_root() {{ setpriv --pdeathsig KILL "$@"; }}   # as bwrap's --die-with-parent
        work() {{ in_root sh -c 'echo $$ >{tmp_path}/pid; exec sleep 60'; }}; step long work"""
    shell = subprocess.Popen(["bash", "-c", PRELUDE + script], stdout=subprocess.DEVNULL, env={
        **os.environ, "LEXI_CLONE": str(CLONE), "LEXI_STATE": str(tmp_path / "state")})
    until = time.monotonic() + 10
    while not (tmp_path / "pid").exists() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.2)
    pid = int((tmp_path / "pid").read_text())
    shell.terminate()
    assert shell.wait(timeout=10) == 130
    time.sleep(0.3)
    assert not runs(pid)


@pytest.mark.parametrize("verb", "up down status logs shell test demo models bench fuzz lint fmt".split())
def test_every_verb_explains_itself(verb):
    done = subprocess.run([CLONE / "lexi", verb, "--help"], text=True, capture_output=True, timeout=20)
    assert done.returncode == 0
    assert f"lexi {verb}" in done.stdout


def test_an_unknown_verb_is_refused_with_the_list():
    done = subprocess.run([CLONE / "lexi", "dance"], text=True, capture_output=True, timeout=20)
    assert done.returncode == 2
    assert "no verb 'dance'" in done.stderr and "usage: lexi VERB" in done.stderr


def test_the_runner_refuses_a_suite_that_does_not_exist():
    done = subprocess.run([CLONE / "lexi", "test", "nothing"], text=True, capture_output=True, timeout=20)
    assert done.returncode == 2
    assert "no suite 'nothing'" in done.stderr
