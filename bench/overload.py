#!/usr/bin/env python3
"""./lexi bench overload [--minutes 10]

Three times the load that the Backend can sustain (POST /vocabulary/{id}/review): what it still serves, how it refuses
the rest, how long the served ones take, and whether its memory grows. A prober beside the load measures single
requests; the load is wrk with a pause at each connection, so that its rate does not depend on the answers.

The Backend and PostgreSQL have the first core, the load and the prober the others: three times the load costs its
generator three times as much, which would otherwise be taken from what is measured.
"""
import argparse
import os
import statistics
import threading
import time

import httpx

import backend
import postgres
import seed

ROUTE = "POST /vocabulary/{id}/review"
MAX_IN_FLIGHT = 256   # the default


class Prober(threading.Thread):
    """Twenty requests a second: how long the served ones took, and what came with the refused."""

    def __init__(self, url, requests):
        super().__init__(daemon=True)
        self.url, self.ended, self.overloaded = url, threading.Event(), threading.Event()
        self.lines = [line.split("\t") for line in open(requests).read().splitlines()]
        self.served, self.refused, self.wrong = [], 0, []

    def run(self):
        with httpx.Client(timeout=20) as client:
            for method, path, token, body in self.lines:
                self.overloaded.wait()
                if self.ended.wait(0.05):
                    return
                began = time.monotonic()
                try:
                    reply = client.request(method, self.url + path, content=body, headers={
                        "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
                except httpx.TransportError as broken:
                    self.wrong.append(repr(broken))
                    continue
                if reply.status_code == 200:
                    self.served.append(time.monotonic() - began)
                elif reply.status_code in (429, 503) and "Retry-After" in reply.headers:
                    self.refused += 1
                else:
                    self.wrong.append(f"{reply.status_code} {reply.text[:200]}")

    def p99_s(self):
        return sorted(self.served)[int(len(self.served) * 0.99)] if self.served else float("inf")


def offered(url, requests, rate, seconds):
    """wrk at `rate` requests a second: all its connections but those that wait for an answer pause for a second."""
    return backend.load(url, requests, min(4000, int(rate) + MAX_IN_FLIGHT), seconds, "paced.lua", "1000")


def peak_of(service, requests):
    return max(backend.load(service.url, requests, connections, 4)["rps"] for connections in (16, 64))


def overloaded(service, requests, prober, minutes):
    """What each 20 seconds of overload had, as parts of the peaks measured just before and just after: on a shared
    machine the peak of ten minutes ago says nothing."""
    slices, before = [], peak_of(service, requests)
    print(f"peak: {before:.0f} a second; offering three times as much for {minutes:g} minutes", flush=True)
    prober.start()
    for number in range(max(1, round(minutes * 3))):
        prober.overloaded.set()
        figures = offered(service.url, requests, 3 * before, 20)
        prober.overloaded.clear()
        after = peak_of(service, requests)
        peak = (before + after) / 2
        slices.append({"offered": figures["requests"] / figures["seconds"] / peak, "goodput": figures["rps"] / peak,
                       "memory": backend.memory_mib(service.process.pid)})
        before = after
        print(f"{(number + 1) * 20:4} s: peak {peak:.0f}, offered {slices[-1]['offered']:.2f} of it, served "
              f"{slices[-1]['goodput']:.2f}, broken {figures['broken']}, {slices[-1]['memory']:.0f} MiB", flush=True)
    return slices


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        raise SystemExit("overload: one core cannot hold both the service and its load")
    os.sched_setaffinity(0, cores[:1])   # what is started from here on inherits it
    database = postgres.Postgres().start()
    service = None
    try:
        service = backend.backend_on(database.create("overload"), HTTP_THREADS="1", MAX_IN_FLIGHT=str(MAX_IN_FLIGHT))
        data = seed.seed(database.url("overload"))
        requests = backend.requests_of(ROUTE, data)
        service.start()
        os.sched_setaffinity(0, cores[1:])
        backend.load(service.url, requests, 64, 5)
        prober = Prober(service.url, requests)
        slices = overloaded(service, requests, prober, options.minutes)
        prober.ended.set()
        prober.overloaded.set()
        prober.join()
    finally:
        if service:
            service.stop()
        database.stop()
    memory = [one["memory"] for one in slices]
    later = memory[len(memory) // 4:] or memory
    print(f"offered {statistics.mean(one['offered'] for one in slices):.1f} times the peak; goodput "
          f"{statistics.mean(one['goodput'] for one in slices):.2f} of it (>= 0.90); "
          f"served p99 {prober.p99_s():.2f} s (< 2) over {len(prober.served)}; refused with Retry-After "
          f"{prober.refused}, otherwise {len(prober.wrong)} {prober.wrong[:3]}; "
          f"memory {min(later):.0f} to {max(later):.0f} MiB")


if __name__ == "__main__":
    main()
