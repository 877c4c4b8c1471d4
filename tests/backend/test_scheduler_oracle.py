"""Our schedulers beside others: py-fsrs 6.3.1, the reference of FSRS-6, and SM-2 in exact fractions.

SM-2's packages on PyPI (supermemo2 3.0.1) multiply in floating point and round up what that adds: an ease of 2.2 makes
23 days of 10. So the oracle is the published text, in fractions.
"""
import json
import math
import os
import pathlib
import random
import subprocess
from datetime import datetime, timedelta, timezone
from fractions import Fraction

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

HISTORIES = 10_000
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
LEARNING = [[60, 600], [60, 600], [], [60], [90, 600, 3600], [600, 86400]]
RELEARNING = [[600], [600], [], [60, 1800]]


def ours(verb, histories):
    """What scheduler-tool makes of each history."""
    tool = pathlib.Path(os.environ["LEXI_BIN"]) / "scheduler-tool"
    told = "".join(json.dumps(history) + "\n" for history in histories)
    ran = subprocess.run([tool, verb], input=told, capture_output=True, text=True, check=True, timeout=300)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def some_weights(dice):
    """The default weights, or random ones between them and either limit."""
    if dice.random() < 0.3:
        return list(DEFAULT_PARAMETERS)
    return [w + (dice.choice([low, high]) - w) * dice.random() ** 3
            for w, low, high in zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)]


def some_gap(dice):
    """Microseconds: the same moment, minutes, either side of midnight, days, years."""
    return dice.choice([0, dice.randrange(3600 * 10**6), 86_400_000_000 - 1, 86_400_000_000,
                        dice.randrange(5 * 86_400_000_000), dice.randrange(60 * 86_400_000_000),
                        dice.randrange(900 * 86_400_000_000)])


def fsrs_history(dice):
    time, times = dice.randrange(1_700_000_000_000_000, 1_800_000_000_000_000), []
    for _ in range(dice.randrange(1, 25)):
        times.append(time)
        time += some_gap(dice)
    return {"weights": some_weights(dice), "retention": round(dice.uniform(0.7, 0.97), 3),
            "learning_steps": dice.choice(LEARNING), "relearning_steps": dice.choice(RELEARNING),
            "max_interval": dice.choice([36500, 36500, 365, 30]),
            "ratings": dice.choices([1, 2, 3, 4], [20, 15, 50, 15], k=len(times)), "times": times}


def fsrs_states(history):
    """The same by py-fsrs."""
    scheduler = Scheduler(history["weights"], history["retention"],
                          [timedelta(seconds=s) for s in history["learning_steps"]],
                          [timedelta(seconds=s) for s in history["relearning_steps"]],
                          history["max_interval"], enable_fuzzing=False)
    card = Card(card_id=1)
    states = {"stability": [], "difficulty": [], "due": [], "state": []}
    for rating, time in zip(history["ratings"], history["times"]):
        card, _ = scheduler.review_card(card, Rating(rating), EPOCH + timedelta(microseconds=time))
        states["stability"].append(card.stability)
        states["difficulty"].append(card.difficulty)
        states["due"].append((card.due - EPOCH) // timedelta(microseconds=1))
        states["state"].append(int(card.state))
    return states


def furthest(left, right):
    return max(abs(a - b) / abs(b) for a, b in zip(left, right, strict=True))


def test_ten_thousand_fsrs_histories_agree_with_py_fsrs():
    dice = random.Random(6)
    histories = [fsrs_history(dice) for _ in range(HISTORIES)]
    stability = difficulty = reviews = 0
    for history, mine in zip(histories, ours("fsrs", histories), strict=True):
        theirs = fsrs_states(history)
        assert (mine["due"], mine["state"]) == (theirs["due"], theirs["state"]), history
        stability = max(stability, furthest(mine["stability"], theirs["stability"]))
        difficulty = max(difficulty, furthest(mine["difficulty"], theirs["difficulty"]))
        reviews += len(history["times"])
    print(f"{reviews} reviews; furthest apart, relative: stability {stability:.2e}, difficulty {difficulty:.2e}; "
          "every due date the same")
    assert stability < 1e-6 and difficulty < 1e-6


def sm2_states(history):
    """P. A. Wozniak, "Optimization of learning", 1990: steps 4 to 6 of algorithm SM-2."""
    ease, interval, repetitions = Fraction(5, 2), 0, 0
    states = {"ease": [], "interval": [], "repetitions": []}
    for quality in history["qualities"]:
        if quality < 3:
            interval, repetitions = 1, 0
        else:
            interval = 1 if repetitions == 0 else 6 if repetitions == 1 else math.ceil(interval * ease)
            repetitions += 1
        ease = max(Fraction(13, 10), ease + Fraction(1, 10) - (5 - quality) * (Fraction(8, 100) + (5 - quality) * Fraction(2, 100)))
        interval = min(interval, 36500)  # ours ends at a hundred years
        for name, value in (("ease", ease), ("interval", interval), ("repetitions", repetitions)):
            states[name].append(value)
    return states


def test_ten_thousand_sm2_histories_agree_with_the_published_algorithm():
    dice = random.Random(2)
    histories = [{"qualities": dice.choices(range(6), [4, 4, 6, 20, 36, 30], k=dice.randrange(1, 30))}
                 for _ in range(HISTORIES)]
    ease = reviews = 0
    for history, mine in zip(histories, ours("sm2", histories), strict=True):
        theirs = sm2_states(history)
        assert (mine["interval"], mine["repetitions"]) == (theirs["interval"], theirs["repetitions"]), history
        ease = max(ease, furthest(mine["ease"], [float(e) for e in theirs["ease"]]))
        reviews += len(history["qualities"])
    print(f"{reviews} reviews; furthest apart, relative: ease {ease:.2e}; every interval the same")
    assert ease < 1e-6
