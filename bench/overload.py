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
import threading
import time

import httpx

import backend
import postgres
import seed

ROUTE = "POST /vocabulary/{id}/review"


class Prober(threading.Thread):
    """Twenty requests a second: how long the served ones took, and what came with the refused."""

    def __init__(self, url, requests):
        super().__init__()
        self.url, self.ended = url, threading.Event()
        self.lines = [line.split("\t") for line in open(requests).read().splitlines()]
        self.served, self.refused, self.wrong = [], 0, []

    def run(self):
        with httpx.Client(timeout=20) as client:
            for method, path, token, body in self.lines:
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


def paced(url, requests, rate, seconds, connections):
    """wrk at `rate` requests a second, if its connections never had to wait."""
    pause = int(1000 * connections / rate)
    return backend.load(url, requests, connections, seconds, "paced.lua", str(pause))


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
        service = backend.backend_on(database.create("overload"))
        data = seed.seed(database.url("overload"))
        requests = backend.requests_of(ROUTE, data)
        service.start()
        os.sched_setaffinity(0, cores[1:])
        backend.load(service.url, requests, 64, 5)
        peak = max(backend.load(service.url, requests, connections, 10)["rps"] for connections in (16, 64))
        print(f"peak: {peak:.0f} a second; offering {3 * peak:.0f} for {options.minutes:g} minutes", flush=True)
        prober = Prober(service.url, requests)
        prober.start()
        goodput, offered, memory = [], [], []
        slices = max(1, round(options.minutes * 60 / 20))
        rate = 3 * peak
        for number in range(slices):
            figures = paced(service.url, requests, rate, 20, min(4000, int(3 * peak)))
            goodput.append(figures["rps"])
            offered.append(figures["requests"] / figures["seconds"])
            # Those that wait for an answer ask for nothing else: the others ask oftener.
            rate *= min(1.5, max(1.0, 3 * peak / offered[-1]))
            memory.append(backend.memory_mib(service.process.pid))
            print(f"{(number + 1) * 20:4} s: offered {offered[-1]:.0f}, served {goodput[-1]:.0f} "
                  f"({goodput[-1] / peak:.2f} of the peak), broken {figures['broken']}, {memory[-1]:.0f} MiB", flush=True)
        prober.ended.set()
        prober.join()
    finally:
        if service:
            service.stop()
        database.stop()
    mean = sum(goodput) / len(goodput)
    later = memory[len(memory) // 4:] or memory
    print(f"offered {sum(offered) / len(offered) / peak:.1f} times the peak; goodput {mean / peak:.2f} of it (>= 0.90); "
          f"served p99 {prober.p99_s():.2f} s (< 2) over {len(prober.served)}; refused with Retry-After "
          f"{prober.refused}, otherwise {len(prober.wrong)} {prober.wrong[:3]}; "
          f"memory {min(later):.0f} to {max(later):.0f} MiB")


if __name__ == "__main__":
    main()
