#!/usr/bin/env python3
"""./lexi bench kill_chat [--kills 100] [--clients 4]

Kills the AI service with SIGKILL while it answers chats that repeat what was not answered (same Idempotency-Key), and
then counts: every acknowledged message and its answer are there, none twice.
"""
import argparse
import os
import pathlib
import sys
import time

CLONE = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(CLONE / "tests"), str(CLONE / "tests" / "ai"), str(CLONE / "tests" / "system")]
import harness                      # noqa: E402
import test_kill                    # noqa: E402
from conftest import Store          # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--clients", type=int, default=4)
    options = parser.parse_args()
    store = Store().start()
    os.environ["LEXI_TEST_MONGODB_URL"] = store.url
    service = harness.ai_service(MAX_TOKENS="8").start()
    try:
        headers = {"Authorization": "Bearer " + harness.token(exp=int(time.time()) + 6 * 3600)}
        acknowledged, lost, doubled = test_kill.kill_during_chats(service, headers, options.kills, options.clients)
    finally:
        service.stop()
        store.kill()
    print(f"kill_chat  {options.kills} SIGKILLs, {acknowledged} messages acknowledged, {lost} lost, {doubled} doubled")
    sys.exit(1 if lost or doubled or not acknowledged else 0)


main()
