#!/usr/bin/env python3
"""Which topics the semantic cache takes for the same: hits among paraphrases, false hits among near misses.

    ./lexi bench cache

The threshold is chosen on one half of tests/data/cache/pairs.jsonl (the most hits with at most 1 % false ones) and
measured on the other; what the service uses (kSameTopic) is measured on both.
"""
import json
import os
import pathlib
import subprocess
import sys

CLONE = pathlib.Path(__file__).resolve().parent.parent
TOOL = pathlib.Path(os.environ["LEXI_BIN"]) / "lexi-vectors"
MOST_FALSE = 0.01


def rates(pairs, threshold, guarded):
    def hit(pair):
        return pair["cosine"] >= threshold and not (guarded and pair["told_apart"])
    same, other = [p for p in pairs if p["same"]], [p for p in pairs if not p["same"]]
    return sum(map(hit, same)) / len(same), sum(map(hit, other)) / len(other)


def chosen(pairs, guarded):
    """The lowest threshold with few enough false hits: it has the most hits."""
    for threshold in (t / 100 for t in range(30, 101)):
        if rates(pairs, threshold, guarded)[1] <= MOST_FALSE:
            return threshold
    return 1.01


def show(name, pairs, threshold, guarded):
    hits, false = rates(pairs, threshold, guarded)
    print(f"{name:44} cosine >= {threshold:.2f}: hits {hits:6.1%}, false hits {false:6.2%}")
    return false


def main():
    pairs = (CLONE / "tests/data/cache/pairs.jsonl").read_text(encoding="utf-8")
    made = subprocess.run([TOOL, "topics"], input=pairs, text=True, capture_output=True, check=True)
    measured = [json.loads(line) for line in made.stdout.splitlines()]
    first, second = measured[::2], measured[1::2]
    for guarded in (False, True):
        name = "cosine and guard" if guarded else "cosine alone"
        threshold = chosen(first, guarded)
        show(f"{name}, chosen on this half", first, threshold, guarded)
        show(f"{name}, on the other half", second, threshold, guarded)
    used = measured[0]["threshold"]
    false = show("as the service does, all pairs", measured, used, True)
    show("as the service does, the other half", second, used, True)
    for pair in measured:
        if not pair["same"] and pair["cosine"] >= used and not pair["told_apart"]:
            print(f"  false hit: {pair['a']} | {pair['b']} ({pair['cosine']:.2f})")
    if false > MOST_FALSE:
        sys.exit("more than 1 % false hits")


if __name__ == "__main__":
    main()
