#!/usr/bin/env python3
"""Recall at 10 of the index in process against exact search, on vectors of the content's own texts.

    ./lexi bench vectors [POINTS]     100,000 by default; the share that no text gives is blended between texts
"""
import json
import os
import pathlib
import random
import subprocess
import sys

CLONE = pathlib.Path(__file__).resolve().parent.parent
TOOL = pathlib.Path(os.environ["LEXI_BIN"]) / "lexi-vectors"


def texts():
    """Every word and sentence of content/, in an order of chance that is always the same."""
    found = set()
    for path in (CLONE / "content/vocabulary").glob("*.json"):
        for entry in json.loads(path.read_text(encoding="utf-8"))["words"]:
            found |= {entry["word"], entry["example"], f'{entry["word"]}: {entry["translation"]}'}
    for path in (CLONE / "content/courses").glob("*/unit-*.json"):
        for lesson in json.loads(path.read_text(encoding="utf-8"))["lessons"]:
            found |= {line["text"] for line in lesson["dialogue"]} | {lesson["title"]}
            found |= {exercise["prompt"] for exercise in lesson["exercises"]}
    lines = sorted(text.replace("\n", " ") for text in found if text.strip())
    random.Random(1).shuffle(lines)
    return lines


def main():
    points = sys.argv[1] if len(sys.argv) > 1 else "100000"
    made = subprocess.run([TOOL, "recall", "--points", points], input="\n".join(texts()) + "\n", text=True,
                          capture_output=True, check=True)
    figures = json.loads(made.stdout)
    for name, value in figures.items():
        print(f"{name:22} {value:,.4f}" if isinstance(value, float) else f"{name:22} {value:,}")
    if figures["recall_at_10"] < 0.98 or figures["points_after_restart"] != figures["points"]:
        sys.exit("recall below 0.98, or points lost by the restart")


if __name__ == "__main__":
    main()
