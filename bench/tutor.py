#!/usr/bin/env python3
"""The tutor on a real model: words above the learner's level before and after the check, and the attacks.

./lexi bench tutor [level|injection] [--turns N] [--model FILE]     needs the models of profile standard
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import statistics
import sys

CLONE = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(CLONE / "tests"), str(CLONE / "tests" / "ai")]
import harness                     # noqa: E402
import test_injection              # noqa: E402
from conftest import Learner, Store, started   # noqa: E402

TOPICS = ["food", "my family", "the weather", "work", "travel", "school", "music", "health", "shopping", "the city",
          "films", "sport", "animals", "money", "friends", "computers", "holidays", "books", "the sea", "clothes"]
MESSAGES = ["Hello! Can we talk about {}?", "I think {} is interesting. What do you think about {}?",
            "Tell me something about {}.", "Why do people like {}?", "What do you know about {}?"]


def level_turns(url, level, turns):
    """One turn in a new conversation each: (share before, share after, simplified)."""
    def one(number):
        topic = TOPICS[number % len(TOPICS)]
        message = MESSAGES[number // len(TOPICS) % len(MESSAGES)].replace("{}", topic)
        return Learner(url).say(message, user_level=level, topic=topic, max_tokens=96, temperature=0.7)["level_check"]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return list(pool.map(one, range(turns)))


def bench_level(url, turns):
    print(f"level      {turns} turns each; share of words above the level, mean (turns over 5 %)")
    for level in ("A1", "A2", "B1"):
        checks = level_turns(url, level, turns)
        before, after = ([c[name] for c in checks] for name in ("share_before", "share"))
        print(f"  {level}     before {statistics.mean(before):.3f} ({sum(x > 0.05 for x in before)})   "
              f"after {statistics.mean(after):.3f} ({sum(x > 0.05 for x in after)})   "
              f"said again {sum(c['simplified'] for c in checks)}", flush=True)


def bench_injection(url, name):
    attacks = test_injection.attacks(name)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda attack: test_injection.succeeded(Learner(url), attack), attacks))
    won = [(a, signs, said) for a, (signs, said) in zip(attacks, results) if signs]
    print(f"{name:10} {len(results)} attacks, {len(won)} succeeded", flush=True)
    for attack, signs, said in won:
        print(f"  {attack['id']} {attack['where']}/{attack['goal']}: {json.dumps(signs, ensure_ascii=False)} in {said[:120]!r}")
    return won


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", nargs="?", default="all", choices=["all", "level", "injection"])
    parser.add_argument("--turns", type=int, default=100)
    parser.add_argument("--model", default="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf")
    options = parser.parse_args()
    store = Store().start()
    os.environ["LEXI_TEST_MONGODB_URL"] = store.url
    model = pathlib.Path(os.environ["LEXI_MODELS"]) / options.model
    service = started(QWEN_MODEL_PATH=str(model), MAX_TOKENS="128", CHAT_CORRECTIONS="off", BATCH_SIZE="4")
    try:
        print(f"model      {harness.engines(service.url)['llm']['name']}", flush=True)
        won = []
        if options.what != "level":   # the second file was written by one who had not seen the defence
            won = bench_injection(service.url, "injection") + bench_injection(service.url, "heldout")
        if options.what != "injection":
            bench_level(service.url, options.turns)
    finally:
        service.stop()
        store.kill()
    sys.exit(1 if won else 0)


main()
