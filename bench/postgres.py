"""A PostgreSQL of a bench's own: made new, started, killed, started again."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import psycopg

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests"))
import harness

PROGRAMS = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]


def as_postgres(command):
    """PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return command
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]


class Postgres:
    def __init__(self, **settings):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lexi-bench-pg-"))
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self.port, self.process = harness.free_port(), None
        self.settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "synchronous_commit": "on",
                         "max_connections": "200", "shared_buffers": "256MB", "logging_collector": "on",
                         "log_destination": "jsonlog", "log_directory": "log", **settings}
        self.data = str(self.folder / "data")
        self.quiet(PROGRAMS / "initdb", "-D", self.data, "-U", "lexi", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust")

    def quiet(self, *command):
        subprocess.run(as_postgres([str(part) for part in command]), check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, cwd="/")

    def url(self, database="postgres"):
        return f"postgresql://lexi@127.0.0.1:{self.port}/{database}"

    def start(self):
        options = [word for name, value in self.settings.items() for word in ("-c", f"{name}={value}")]
        self.process = subprocess.Popen(
            as_postgres([str(PROGRAMS / "postgres"), "-D", self.data, "-p", str(self.port), *options]), cwd="/",
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert harness.wait_for(self.answers, 60), "PostgreSQL did not start"
        return self

    def answers(self):
        try:
            psycopg.connect(self.url(), connect_timeout=2).close()
            return True
        except psycopg.OperationalError:
            return False

    def kill(self):
        """SIGKILL to the postmaster; its children see that and go."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        lock = pathlib.Path(self.data) / "postmaster.pid"
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:   # a child that is still there holds the shared memory
            left = subprocess.run(["pgrep", "-f", f"postgres.*-p {self.port}|postgres: .*"], capture_output=True,
                                  text=True).stdout.split()
            mine = [pid for pid in left if pathlib.Path(f"/proc/{pid}/cwd").exists()
                    and os.readlink(f"/proc/{pid}/cwd") == self.data]
            if not mine:
                break
            time.sleep(0.05)
        lock.unlink(missing_ok=True)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=60)
        shutil.rmtree(self.folder, ignore_errors=True)

    def create(self, name, template=None):
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
        return self.url(name)

    def log_statements(self, on):
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(f"ALTER SYSTEM SET log_statement = '{'all' if on else 'none'}'")
            db.execute("SELECT pg_reload_conf()")
        time.sleep(0.5)

    def statements(self, name, act):
        """What `act` makes clients of database `name` run, as plain SQL with the values in place."""
        self.log_statements(True)
        began = len(self.log_lines())
        act()
        time.sleep(0.5)
        entries = [json.loads(line) for line in self.log_lines()[began:]]
        self.log_statements(False)
        found = []
        for entry in entries:
            text = re.match(r"(?:execute [^:]+|statement): (.*)", entry.get("message", ""), re.S)
            if entry.get("dbname") == name and text:
                found.append(with_values(text[1], entry.get("detail", "")))
        return found

    def log_lines(self):
        return [line for file in sorted((pathlib.Path(self.data) / "log").glob("*.json"))
                for line in file.read_text().splitlines()]


def with_values(text, detail):
    text = re.sub(r"--[^\n]*", "", text)
    values = dict(re.findall(r"\$(\d+) = (NULL|'(?:[^']|'')*')", detail))
    return re.sub(r"\$(\d+)", lambda found: values[found[1]], text)
