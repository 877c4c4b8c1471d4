#!/usr/bin/env python3
"""Chooses the probabilities from which an error is told (findings.cpp).

    thresholds.py LABELS.jsonl JUDGED.jsonl [--budget SHARE]

JUDGED is what lexi-pronounce --batch made of LABELS.

Sentences spoken right and wrong that no head was trained on. Looks for three thresholds with which at most SHARE of the
right ones have any alarm, and which find the most errors of each kind.
"""
import argparse
import itertools

import numpy as np

import corpus


def probabilities(row):
    """[phones, (left out, exchanged, followed by a sound that was put in)]"""
    return np.array([phone["errors"] for word in row["words"] for phone in word["phones"]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels")
    parser.add_argument("judged")
    parser.add_argument("--budget", type=float, default=0.045)
    options = parser.parse_args()
    found = {row["id"]: probabilities(row) for row in corpus.lines(options.judged)}
    labels = corpus.lines(options.labels)
    right = np.array([found[row["id"]].max(0) for row in labels if not row["errors"]])
    wrong = {"deletion": [], "substitution": [], "insertion": []}
    for row in labels:
        if not row["errors"]:
            continue
        error, table = row["errors"][0], found[row["id"]]
        if error["kind"] == "insertion":
            wrong["insertion"].append(table[max(0, error["place"] - 2):error["place"] + 1, 2].max())
        else:
            wrong[error["kind"]].append(tuple(table[error["place"], :2]))
    print(f"{len(right)} right, " + ", ".join(f"{len(v)} with a {k}" for k, v in wrong.items()))
    best = None
    grid = [np.unique(np.quantile(right[:, k], np.linspace(0.94, 1.0, 25))) + 1e-6 for k in range(3)]
    for limits in itertools.product(*grid):
        alarms = (right >= np.array(limits)).any(1).mean()
        if alarms > options.budget:
            continue
        told = [np.mean([d >= limits[0] or s >= limits[1] for d, s in wrong[k]]) for k in ("deletion", "substitution")]
        told.append(np.mean([i >= limits[2] for i in wrong["insertion"]]))
        score = sum(min(0, share - wanted) * 5 + share for share, wanted in zip(told, (0.9, 0.85, 0.75)))
        if best is None or score > best[0]:
            best = (score, limits, alarms, told)
    _, limits, alarms, told = best
    print("deletion %.4f, substitution %.4f, insertion %.4f" % limits)
    print(f"alarms on {100 * alarms:.1f} % of the right ones; found: deletions {100 * told[0]:.1f} %, "
          f"substitutions {100 * told[1]:.1f} %, insertions {100 * told[2]:.1f} %")


if __name__ == "__main__":
    main()
