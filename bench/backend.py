#!/usr/bin/env python3
"""./lexi bench backend [--seconds N] [--quick]

The Backend against a FastAPI peer (bench/peer) on one PostgreSQL, with the same data: requests a second, p99 and
memory at 1, 16 and 64 connections; PostgreSQL's own limit for the same statements (pgbench); and what a learner's
due list costs with 10,000 and with 1,000,000 rows in the review log. Both servers have two workers and share the
machine with PostgreSQL and the load (wrk, one thread), so only the ratios say something.
"""
import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import httpx
import psycopg

import postgres
import seed
from postgres import harness

HERE = pathlib.Path(__file__).resolve().parent
CONNECTIONS = (1, 16, 64)
LEARNERS = 500
ROUTES = ("GET /courses", "GET /vocabulary/review", "POST /vocabulary/{id}/review", "POST /progress/lessons/{id}")


class Peer:
    """uvicorn with two workers, which is its operators' usual advice for two cores."""

    def __init__(self, url):
        self.port = harness.free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "DATABASE_URL": url, "SECRET_KEY": harness.SECRET}
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [str(pathlib.Path(sys.executable).parent / "uvicorn"), "app:app", "--port", str(self.port), "--workers", "2",
             "--no-access-log", "--log-level", "warning"], cwd=HERE / "peer", env=self.environment)
        assert harness.wait_for(self.answers, 60), "the peer did not start"
        return self

    def answers(self):
        try:
            return httpx.get(self.url + "/openapi.json").status_code == 200
        except httpx.TransportError:
            return False

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


def memory_mib(pid):
    """Proportional memory of a process and its children, in MiB."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
    total = 0
    for one in [str(pid), *children]:
        text = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text()
        total += int(re.search(r"^Pss:\s+(\d+)", text, re.M)[1])
    return total / 1024


def requests_of(route, data):
    """The lines of a request file."""
    tokens = {user: harness.token(sub=user, exp=int(time.time()) + 86400) for user in data.learners}
    if route == "GET /courses":
        lines = [f"GET\t/api/v1/courses\t{tokens[user]}\t" for user in data.learners]
    elif route == "GET /vocabulary/review":
        lines = [f"GET\t/api/v1/vocabulary/review\t{tokens[user]}\t" for user in data.learners]
    elif route == "POST /vocabulary/{id}/review":
        ratings = ("good", "good", "good", "hard", "easy", "again")
        lines = [f"POST\t/api/v1/vocabulary/{card}/review\t{tokens[user]}\t"
                 + json.dumps({"rating": ratings[i % 6], "time_spent_ms": 2500})
                 for i, (user, card) in enumerate(data.cards)]
    else:   # each learner's lessons in order, so that none is locked
        lines = [f"POST\t/api/v1/progress/lessons/{lesson}\t{tokens[user]}\t"
                 + json.dumps({"score": 80 + i % 21, "time_spent_seconds": 240})
                 for i, lesson in enumerate(data.lessons) for user in data.learners]
    file = tempfile.NamedTemporaryFile("w", prefix="lexi-bench-", suffix=".txt", delete=False)
    file.write("\n".join(lines) + "\n")
    file.close()
    return file.name


def load(url, requests, connections, seconds, script="requests.lua", *more):
    """wrk with a script of this folder; `more` is what the script takes after the file of requests."""
    out = subprocess.run(
        ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "--latency", "--timeout", "10s",
         "-s", str(HERE / script), url, "--", requests, *more], capture_output=True, text=True, check=True).stdout
    return result_of(out)


def result_of(out):
    """What requests.lua printed; `rps` counts what was served."""
    result = json.loads(out[out.index("RESULT ") + 7:].splitlines()[0])
    result["rps"] = (result["requests"] - result["refused"]) / result["seconds"]
    return result


TURNS = 3


def median_of(turns):
    """A figure of each turn's; what went wrong in any of them stays."""
    figures = {name: statistics.median(turn[name] for turn in turns) for name in ("rps", "p50_ms", "p99_ms")}
    return figures | {name: sum(turn[name] for turn in turns) for name in ("refused", "broken")}


def measure(services, files, seconds, limit):
    """[({(route, connections): figures}, MiB)] of each service, and {route: (limit(route), the part of it that the
    first service reached)}: in turns at each figure, so that a machine that is slow for a while is slow for all, and
    the median of them, so that one stall decides nothing."""
    figures = [{} for _ in services]
    for route in ROUTES:
        for service in services:
            load(service.url, files[route], 16, 2)   # warm
        for connections in CONNECTIONS:
            turns = [[] for _ in services]
            for _ in range(TURNS):
                for service, into in zip(services, turns):
                    into.append(load(service.url, files[route], connections, seconds))
            for into, some in zip(figures, turns):
                into[route, connections] = median_of(some)
    measured = [(into, memory_mib(service.process.pid)) for service, into in zip(services, figures)]
    return measured, {route: part_of_limit(services[0], files[route], seconds, lambda: limit(route))
                      for route in ROUTES if route.startswith("GET")}


def part_of_limit(service, file, seconds, limit):
    """(limit(), the part of it that the service reaches) at 16 connections: more turns than the other figures, each
    beside the other, because two programs that use the machine differently drift apart with it."""
    limits, parts = [], []
    for _ in range(3 * TURNS):
        limits.append(limit())
        parts.append(load(service.url, file, 16, seconds)["rps"] / limits[-1])
    return statistics.median(limits), statistics.median(parts)


def statements_of(database, service, route_file):
    """The statements that PostgreSQL is sent for one request."""
    method, path, token, _ = pathlib.Path(route_file).read_text().splitlines()[0].split("\t")

    def ask():
        reply = httpx.request(method, service.url + path, headers={"Authorization": f"Bearer {token}"})
        assert reply.status_code == 200, reply.text

    ask()
    return database.statements("ours", ask)


def pgbench(database, name, statements, connections, seconds):
    """Transactions a second of the statements alone, each for one learner or another as in the load."""
    learner = "('00000000-0000-4000-8000-' || lpad((:n)::text, 12, '0'))"
    texts = [re.sub(r"'00000000-0000-4000-8000-\d{12}'", learner, text) for text in statements]
    script = pathlib.Path(tempfile.mkstemp(prefix="lexi-pgbench-", suffix=".sql")[1])
    script.write_text(f"\\set n random(1, {LEARNERS})\n" + "".join(text.rstrip().rstrip(";") + ";\n" for text in texts))
    out = subprocess.run(
        [str(postgres.PROGRAMS / "pgbench"), "-h", "127.0.0.1", "-p", str(database.port), "-U", "lexi", "-n", "-M",
         "prepared", "-c", str(connections), "-j", "1", "-T", str(seconds), "-f", str(script), name],
        capture_output=True, text=True, check=True).stdout
    return float(re.search(r"tps = ([\d.]+)", out)[1])


def due_list_cost(database, seconds):
    """{rows in the review log: median milliseconds of GET /vocabulary/review at one connection}, in turns."""
    sides = {}
    for rows in (10_000, 1_000_000):
        name = f"log{rows}"
        service = backend_on(database.create(name))
        data = seed.seed(database.url(name), reviews=rows)
        sides[rows] = service, requests_of("GET /vocabulary/review", data)
    costs = {rows: [] for rows in sides}
    try:
        for service, file in sides.values():
            service.start()
            load(service.url, file, 1, 2)   # warm
        for _ in range(TURNS):
            for rows, (service, file) in sides.items():
                costs[rows].append(load(service.url, file, 1, seconds)["p50_ms"])
    finally:
        for service, _ in sides.values():
            service.stop()
    return {rows: statistics.median(turns) for rows, turns in costs.items()}


def backend_on(url, **settings):
    return harness.backend(**{"DATABASE_URL": url, "DB_POOL_SIZE": "8", "DB_MAX_OVERFLOW": "0", "HTTP_THREADS": "2",
                              **settings})


def row(label, *cells):
    print(f"{label:34}" + "".join(f"{cell:>13}" for cell in cells), flush=True)


def report(ours, peer, limits):
    print()
    row("", "connections", "ours req/s", "peer req/s", "ratio", "ours p99 ms", "peer p99 ms", "p99 ratio", "refused")
    good = True
    for route in ROUTES:
        wanted = 8 if route.startswith("GET") else 4
        for connections in CONNECTIONS:
            a, b = ours[0][route, connections], peer[0][route, connections]
            speed, tail = a["rps"] / max(b["rps"], 0.001), a["p99_ms"] / b["p99_ms"]
            good &= speed >= wanted and tail <= 0.25 and a["refused"] + a["broken"] == 0
            row(route, connections, f"{a['rps']:.0f}", f"{b['rps']:.0f}", f"{speed:.1f} (>={wanted})",
                f"{a['p99_ms']:.1f}", f"{b['p99_ms']:.1f}", f"{tail:.2f}",
                f"{a['refused'] + a['broken']}/{b['refused'] + b['broken']}")
    row("memory, MiB", "", f"{ours[1]:.0f}", f"{peer[1]:.0f}", f"{ours[1] / peer[1]:.2f} (<=0.2)")
    good &= ours[1] <= peer[1] / 5
    for route, (limit, reached) in limits.items():
        good &= reached >= 0.6
        row(f"PostgreSQL alone, {route}", "16", f"{limit:.0f}", "", f"{reached:.2f} (>=0.6)")
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=3, help="for each of a figure's three turns")
    parser.add_argument("--quick", action="store_true", help="one second each: does it run at all?")
    options = parser.parse_args()
    seconds = 1 if options.quick else options.seconds
    database = postgres.Postgres().start()
    try:
        service = backend_on(database.create("ours"))
        data = seed.seed(database.url("ours"), LEARNERS, reviews=10_000)
        database.create("peer", template="ours")
        files = {route: requests_of(route, data) for route in ROUTES}
        peer = Peer(database.url("peer")).start()
        service.start()
        reads = {route: statements_of(database, service, files[route])
                 for route in ROUTES if route.startswith("GET")}
        (ours, theirs), limits = measure([service, peer], files, seconds,
                                         lambda route: pgbench(database, "ours", reads[route], 16, seconds))
        peer.stop()
        service.stop()
        good = report(ours, theirs, limits)
        costs = due_list_cost(database, seconds)
        ratio = costs[1_000_000] / costs[10_000]
        row("due list, median ms", "", f"{costs[10_000]:.2f}", f"{costs[1_000_000]:.2f}", f"{ratio:.2f} (<=1.2)")
        print("every target is met" if good and ratio <= 1.2 else "some targets are missed")
    finally:
        database.stop()


if __name__ == "__main__":
    main()
