"""`backend-service optimize` and the worker that does it in the background of `serve`."""
import random
import subprocess
import uuid
from datetime import datetime, timedelta, timezone

import harness
import psycopg
import pytest

from conftest import Learner


def answers(forgetful, reviews, seed=1):
    """A log of (card, time, rating) by somebody who forgets more, or less, than most."""
    dice, now = random.Random(seed), datetime.now(timezone.utc)
    log, card = [], 0
    while len(log) < reviews:
        card += 1
        at = now - timedelta(days=120 + dice.random() * 30)
        for i in range(14):
            log.append((card, at, 1 if i and dice.random() < forgetful else 3))
            at += timedelta(days=dice.choice([1, 2, 4, 8, 14]))
    return log[:reviews]


def write_log(db, user, log):
    with db.transaction():   # a worker that looks meanwhile must not fit half of it
        cards = {}
        for card, at, rating in log:
            if card not in cards:
                cards[card] = new_card(db, user), None
            id, before = cards[card]
            db.execute("""INSERT INTO review_log (user_id, card_id, rating, reviewed_at, day, time_spent_ms, state_before,
                              last_review_before, stability_after, difficulty_after, interval_days)
                          VALUES (%s, %s, %s, %s, %s, 4000, 2, %s, 1, 5, 1)""",
                       (user, id, rating, at, at.date(), before))
            cards[card] = id, at


def new_card(db, user):
    word, = db.execute("INSERT INTO vocabulary (owner_id, word, translation) VALUES (%s, %s, 'từ') RETURNING id",
                       (user, uuid.uuid4().hex)).fetchone()
    return db.execute("INSERT INTO user_vocabulary (user_id, vocabulary_id) VALUES (%s, %s) RETURNING id",
                      (user, word)).fetchone()[0]


@pytest.fixture(scope="module")
def quiet():
    """A service whose worker does not run."""
    running = harness.backend(content=False, OPTIMIZER_INTERVAL_SECONDS="0").start()
    yield running
    running.stop()


@pytest.fixture
def db(quiet):
    with psycopg.connect(quiet.environment["DATABASE_URL"], autocommit=True) as connection:
        yield connection


def new_learner(service, db, log):
    learner = Learner(service.url, *harness.register(service.url))
    write_log(db, learner.user["id"], log)
    return learner


def optimize(service, *arguments):
    return subprocess.run([service.binary, "optimize", *arguments], env=service.environment, cwd=harness.CLONE,
                          capture_output=True, text=True, timeout=120)


def parameters(db, learner):
    return db.execute("SELECT weights, reviews, loss_before, loss_after, adopted_at FROM scheduler_parameters"
                      " WHERE user_id = %s", (learner.user["id"],)).fetchone()


def test_a_learner_who_forgets_more_gets_weights_of_their_own(quiet, db):
    learner = Learner(quiet.url, *harness.register(quiet.url))
    # Far from 90 %, where the interval is the stability, the shape of the curve shows too.
    learner.data("PUT", "/users/me", {"settings": {"desired_retention": 0.7}})
    word = learner.data("POST", "/vocabulary", {"word": "breeze", "translation": "làn gió nhẹ"})
    write_log(db, learner.user["id"], answers(0.5, 1500))
    reply = learner.data("GET", "/vocabulary/review")
    before = next(item for item in reply["items"] if item["word"].get("id") == word["id"])["previews"]
    ran = optimize(quiet, "--user", learner.user["id"])
    assert ran.returncode == 0, ran.stderr
    assert "1500 reviews" in ran.stdout and ran.stdout.rstrip().endswith(", adopted"), ran.stdout
    weights, reviews, loss_before, loss_after, adopted = parameters(db, learner)
    assert len(weights) == 21 and reviews == 1500 and loss_after < loss_before and adopted
    reply = learner.data("GET", "/vocabulary/review")
    after = next(item for item in reply["items"] if item["word"].get("id") == word["id"])["previews"]
    assert after["easy"] != before["easy"], "the fitted weights set the dates"


def test_too_few_reviews_are_left_and_remembered(quiet, db):
    learner = new_learner(quiet, db, answers(0.2, 400))
    ran = optimize(quiet, "--user", learner.user["id"])
    assert ran.returncode == 0 and "too few" in ran.stdout
    assert parameters(db, learner)[0] is None


def test_all_takes_everyone_with_reviews_enough(quiet, db):
    rich, poor = new_learner(quiet, db, answers(0.4, 900, seed=2)), new_learner(quiet, db, answers(0.4, 100))
    ran = optimize(quiet, "--all")
    assert ran.returncode == 0 and rich.user["id"] in ran.stdout and poor.user["id"] not in ran.stdout
    assert rich.user["id"] not in optimize(quiet).stdout, "without --all only those with new reviews"


def test_processes_share_the_work(quiet, db):
    learners = [new_learner(quiet, db, answers(0.4, 700, seed=i)) for i in range(4)]
    running = [subprocess.Popen([quiet.binary, "optimize"], env=quiet.environment, cwd=harness.CLONE,
                                stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = "".join(process.communicate(timeout=120)[0] for process in running)
    for learner in learners:
        fits = [line for line in said.splitlines() if learner.user["id"] in line and "loss" in line]
        assert len(fits) == 1, said


def test_what_cannot_be_a_learner_is_refused(quiet):
    assert optimize(quiet, "--user", "somebody").returncode == 2
    assert optimize(quiet, "--user", str(uuid.uuid4()), "--all").returncode != 0


def test_the_worker_fits_in_the_background(quiet, db):
    learner = new_learner(quiet, db, answers(0.5, 1500, seed=9))
    worker = harness.Service("backend-service", {**{k: quiet.environment[k] for k in ("DATABASE_URL", "REDIS_URL")},
                                                 "OPTIMIZER_INTERVAL_SECONDS": "1"}).start()
    try:
        assert harness.wait_for(lambda: parameters(db, learner) is not None, 30)
        later = new_learner(quiet, db, answers(0.5, 1500, seed=1))
        assert harness.wait_for(lambda: parameters(db, later) is not None, 30)
    finally:
        worker.stop()
    assert parameters(db, later)[0] is not None


def test_an_erased_account_takes_its_weights_along(quiet, db):
    learner = new_learner(quiet, db, answers(0.5, 800, seed=11))
    optimize(quiet, "--user", learner.user["id"])
    assert parameters(db, learner)
    assert learner.call("DELETE", "/users/me").status_code == 204
    assert parameters(db, learner) is None
