#!/usr/bin/env python3
"""./lexi bench kill [--service 200] [--database 20] [--writers 50]

Kills the Backend with SIGKILL, and PostgreSQL, under parallel writers that repeat what was not answered (same
Idempotency-Key, same body), and then counts: every acknowledged write is there once, nothing is there that nobody
asked for, and the totals equal the ledger.
"""
import argparse
import collections
import random
import subprocess
import sys
import threading
import time
import uuid

import httpx
import psycopg

import postgres
from postgres import harness


class Writer(threading.Thread):
    """One learner on one device. `done` counts acknowledged writes by kind; `asked` holds what was ever sent."""

    def __init__(self, url, lessons, ended):
        super().__init__()
        self.url, self.lessons, self.ended = url, list(lessons), ended
        self.user, self.headers = harness.register(url)
        self.cards, self.done, self.asked = [], collections.Counter(), collections.Counter()
        self.reviews = collections.Counter()   # acknowledged, by card
        self.words, self.completed, self.activities, self.xp = [], set(), [], 0
        self.failure = None

    def run(self):
        try:
            with httpx.Client(timeout=15) as self.client:
                while not self.ended.is_set():
                    self.one_write()
        except Exception as failure:   # told by the main thread
            self.failure = failure

    def post(self, path, body):
        """The acknowledged reply, however often it has to be asked; None at the end."""
        key = uuid.uuid4().hex
        while not self.ended.is_set():
            try:
                reply = self.client.post(f"{self.url}/api/v1{path}", json=body,
                                         headers={**self.headers, "Idempotency-Key": key})
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if reply.status_code in (503, 409) and "Retry-After" in reply.headers or reply.status_code == 503:
                time.sleep(0.1)
                continue
            if reply.status_code not in (200, 201):
                raise AssertionError(f"{path}: {reply.status_code} {reply.text}")
            return reply.json()["data"]
        return None

    def one_write(self):
        kind = random.choices(("word", "review", "lesson", "activity", "checkin"), (2, 6, 1, 1, 1))[0]
        if kind == "review" and not self.cards or len(self.cards) < 3:
            kind = "word"
        if kind == "lesson" and not self.lessons:
            kind = "review"
        self.asked[kind] += 1
        done = getattr(self, kind)()
        if done is not None:
            self.done[kind] += 1
            self.xp += done.get("xp_earned", 0)

    def word(self):
        word = f"word-{uuid.uuid4().hex}"
        made = self.post("/vocabulary", {"word": word, "translation": "từ"})
        if made:
            self.cards.append(made["id"])
            self.words.append(word)
        return made

    def review(self):
        card = random.choice(self.cards)
        done = self.post(f"/vocabulary/{card}/review", {"rating": random.choice(("again", "hard", "good", "easy"))})
        if done:
            self.reviews[card] += 1
        return done

    def lesson(self):
        lesson = self.lessons.pop(0)   # in order, so that none is locked
        done = self.post(f"/progress/lessons/{lesson}", {"score": 90, "time_spent_seconds": 60})
        if done:
            self.completed.add(lesson)
        return done

    def activity(self):
        done = self.post("/progress/activities", {"activity_type": "ai_chat", "duration": 120})
        if done:
            self.activities.append(done["id"])
        return done

    def checkin(self):
        return self.post("/streaks/checkin", {})


def seeded_lessons(url):
    with psycopg.connect(url, autocommit=True) as db:
        course, unit = uuid.uuid4(), uuid.uuid4()
        db.execute("""INSERT INTO courses (id, slug, title, language, level, total_lessons, is_published)
                      VALUES (%s, 'kill', 'Kill', 'en', 'A1', 200, true)""", [course])
        db.execute("INSERT INTO units (id, course_id, slug, title, order_index) VALUES (%s, %s, 'u', 'U', 0)",
                   [unit, course])
        rows = db.execute("""
            INSERT INTO lessons (id, course_id, unit_id, slug, title, order_index)
            SELECT gen_random_uuid(), %s, %s, 'l' || n, 'L', n FROM generate_series(0, 199) n
            RETURNING id, order_index""", [course, unit]).fetchall()
    return [str(id) for id, _ in sorted(rows, key=lambda row: row[1])]


def verdict(url, writers):
    """(lost, doubled, totals that are wrong), by comparing what was acknowledged with what is stored. The last write
    of each writer was perhaps not answered: it may be there or not, but once at most."""
    lost = doubled = 0
    with psycopg.connect(url) as db:
        for writer in writers:
            user = writer.user["id"]
            words = collections.Counter(row[0] for row in db.execute(
                "SELECT v.word FROM user_vocabulary u JOIN vocabulary v ON v.id = u.vocabulary_id WHERE u.user_id = %s",
                [user]))
            lost += sum(words[word] == 0 for word in writer.words)
            doubled += sum(count - 1 for count in words.values())
            doubled += max(0, sum(words.values()) - writer.asked["word"])
            logged = collections.Counter({str(card): count for card, count in db.execute(
                "SELECT card_id, count(*) FROM review_log WHERE user_id = %s GROUP BY 1", [user])})
            lost += sum(max(0, count - logged[card]) for card, count in writer.reviews.items())
            doubled += max(0, sum(logged.values()) - writer.asked["review"])
            counted = dict(db.execute("SELECT id::text, review_count FROM user_vocabulary WHERE user_id = %s", [user]))
            doubled += sum(counted[card] != count for card, count in logged.items())
            completed = collections.Counter(str(row[0]) for row in db.execute(
                "SELECT lesson_id FROM user_progress WHERE user_id = %s AND status = 'completed'", [user]))
            lost += len(writer.completed - set(completed))
            doubled += db.execute("SELECT count(*) FROM user_progress WHERE user_id = %s AND attempts > 1",
                                  [user]).fetchone()[0]
            activities = {str(row[0]) for row in db.execute("SELECT id FROM activities WHERE user_id = %s", [user])}
            lost += len(set(writer.activities) - activities)
            doubled += max(0, len(activities) - writer.asked["activity"])
            paid = db.execute("SELECT coalesce(sum(amount), 0) FROM xp_events WHERE user_id = %s", [user]).fetchone()[0]
            lost += paid < writer.xp
        wrong = db.execute("""
            SELECT count(*) FROM users u
            WHERE u.xp <> (SELECT coalesce(sum(amount), 0) FROM xp_events e WHERE e.user_id = u.id)""").fetchone()[0]
    return lost, doubled, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--service", type=int, default=200, help="SIGKILLs of the Backend")
    parser.add_argument("--database", type=int, default=20, help="SIGKILLs of PostgreSQL")
    parser.add_argument("--writers", type=int, default=50)
    options = parser.parse_args()
    database = postgres.Postgres().start()
    service = harness.backend(content=False, DATABASE_URL=database.create("kill"))
    writers, ended = [], threading.Event()
    try:
        service.start()
        lessons = seeded_lessons(database.url("kill"))
        writers = [Writer(service.url, lessons, ended) for _ in range(options.writers)]
        for writer in writers:
            writer.start()
        kills = ["service"] * options.service + ["database"] * options.database
        random.shuffle(kills)
        began = time.monotonic()
        for number, what in enumerate(kills):
            time.sleep(random.uniform(0.2, 0.8))
            if what == "service":
                service.kill()
                service.start()
            else:
                database.kill()
                time.sleep(random.uniform(0, 0.5))
                database.start()
                assert harness.wait_for(lambda: httpx.get(service.url + "/ready").status_code == 200, 30)
            if number % 20 == 19:
                print(f"{number + 1} kills, {sum(sum(w.done.values()) for w in writers)} acknowledged", flush=True)
            failed = [writer.failure for writer in writers if writer.failure]
            assert not failed, failed[0]
        time.sleep(2)
        seconds = time.monotonic() - began
    finally:
        ended.set()
        for writer in writers:
            writer.join()
        service.stop()
    failed = [writer.failure for writer in writers if writer.failure]
    assert not failed, failed[0]
    lost, doubled, wrong = verdict(database.url("kill"), writers)
    kinds = sum((writer.done for writer in writers), collections.Counter())
    checked = service_check(service)
    database.stop()
    print(f"{options.service} kills of the Backend, {options.database} of PostgreSQL, {options.writers} writers, "
          f"{seconds:.0f} s")
    print(f"{sum(kinds.values())} writes acknowledged: " + ", ".join(f"{n} {kind}" for kind, n in kinds.most_common()))
    print(f"{lost} lost, {doubled} doubled, {wrong} totals that differ from the ledger; `check`: {checked}")
    sys.exit(1 if lost or doubled or wrong or checked != "sound" else 0)


def service_check(service):
    """What `backend-service check` says of the database."""
    run = subprocess.run([service.binary, "check"], env=service.environment, capture_output=True, text=True)
    return "sound" if run.returncode == 0 else run.stdout[-500:] + run.stderr[-500:]


if __name__ == "__main__":
    main()
