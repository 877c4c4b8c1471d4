"""Where the numbers in backend-service/app/vocabulary/fsrs_optimizer_test.cpp come from: py-fsrs's own Optimizer on
the reviews that the test makes. Needs `pip install fsrs==6.3.1`, NumPy and PyTorch (Debian: python3-torch), which the
project's tests do not: python3 tests/data/fsrs_reference.py
"""
import importlib.machinery
import sys
import types
from datetime import datetime, timedelta, timezone

# What the optimizer imports for progress bars and tables; neither changes a number.
for name in ("tqdm", "pandas"):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__spec__ = importlib.machinery.ModuleSpec(name, None)
sys.modules["tqdm"].tqdm = lambda items, **_: items

from fsrs import Optimizer, Rating, ReviewLog  # noqa: E402
from fsrs.scheduler import DEFAULT_PARAMETERS  # noqa: E402

DAY = 86400
GAPS = [600, DAY, 3 * DAY, 8 * DAY, 20 * DAY, 50 * DAY, 120 * DAY]


class Learner:
    def __init__(self, words):
        self.state, self.logs, self.words = 20261125, [], words
        for word in range(words):
            self.learn(word)

    def draw(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def learn(self, word):
        at = 1704067200 + self.draw(200) * DAY
        at += self.draw(DAY)
        first = self.draw(100)
        self.level = 0
        self.add(word, 1 if first < 30 else 2 if first < 45 else 3 if first < 90 else 4, at)
        for _ in range(8 + self.draw(26)):
            late = 50 + self.draw(100)
            at += GAPS[self.level] * late // 100
            self.add(word, self.answer(late), at)

    def answer(self, late):
        if self.draw(100) >= 99 - late // 10 - (8 if self.level == 1 else 0):
            self.level = max(0, self.level - 2)
            return 1
        kind = self.draw(100)
        self.level = min(6, self.level + (1 if kind < 88 else 2))
        return 2 if kind < 15 else 3 if kind < 88 else 4

    def add(self, word, rating, at):
        moment = datetime.fromtimestamp(0, timezone.utc) + timedelta(seconds=at)
        self.logs.append(ReviewLog(word, Rating(rating), moment, 2000 + self.draw(20000)))


def habits(logs):
    """What _compute_probs_and_costs answers, without pandas."""
    known, first, later = set(), {r: [] for r in range(1, 5)}, {r: [] for r in range(1, 5)}
    for log in sorted(logs, key=lambda log: (log.card_id, log.review_datetime)):
        (later if log.card_id in known else first)[int(log.rating)].append(log.review_duration)
        known.add(log.card_id)
    names = {1: "again", 2: "hard", 3: "good", 4: "easy"}
    out = {}
    recalled = sum(len(later[r]) for r in (2, 3, 4))
    for r, name in names.items():
        out[f"prob_first_{name}"] = len(first[r]) / len(known)
        out[f"avg_first_{name}_review_duration"] = sum(first[r]) / len(first[r]) if first[r] else 0
        out[f"avg_{name}_review_duration"] = sum(later[r]) / len(later[r]) if later[r] else 0
        if r > 1:
            out[f"prob_{name}"] = len(later[r]) / recalled
    return out


if __name__ == "__main__":
    logs = Learner(600).logs
    optimizer = Optimizer(logs)
    weights = optimizer.compute_optimal_parameters()
    optimizer._compute_probs_and_costs = lambda: habits(logs)
    print("reviews", len(logs))
    answers = 0
    for reviews in optimizer._revlogs_train.values():
        times = [review[0][0] for review in reviews[:64]]
        answers += sum((b - a).days > 0 for a, b in zip(times, times[1:]))
    print("answers", answers)
    print("weights", ", ".join(repr(float(w)) for w in weights))
    print("loss before", optimizer._compute_batch_loss(parameters=DEFAULT_PARAMETERS))
    print("loss after", optimizer._compute_batch_loss(parameters=weights))
    print("retention", optimizer.compute_optimal_retention(weights))
