#!/usr/bin/env python3
"""./lexi bench plans [--rows 10000000]

Every list route of the Backend on big tables: each statement that PostgreSQL is sent is explained and run, and must
be served by an index: no sequential scan of a big table, and few pages read. The routes are those of openapi.json
that are paged or give a list.
"""
import argparse
import json
import sys
import time

import httpx
import psycopg

import backend
import postgres
import seed
from postgres import harness

LEARNER_SHARE = 100   # rows of each learner-owned table a learner
MOST_PAGES = 3000     # of 8 KiB, for one statement
SMALL = 20_000        # rows; a table below may be scanned


def fill(url, rows):
    """Learner-owned tables with `rows` rows each, straight into the tables that hold a row a deed."""
    learners = rows // LEARNER_SHARE
    with psycopg.connect(url, autocommit=True) as db:
        # Neither keys nor sums are what is asked here, and checking them takes ten times as long as the rows.
        db.execute("SET session_replication_role = replica")
        db.execute("""
            INSERT INTO users (id, email, username, hashed_password, display_name)
            SELECT gen_random_uuid(), 'many' || n || '@example.com', 'many' || n, '-', 'Many ' || n
            FROM generate_series(1, %s) n""", [learners])
        db.execute("CREATE TEMP TABLE some_words AS SELECT id, row_number() OVER () AS n FROM vocabulary "
                   "WHERE owner_id IS NULL LIMIT %s", [LEARNER_SHARE])
        for table, columns, values, source in FILLS:
            filled(db, table, f"INSERT INTO {table} ({columns}) SELECT {values} FROM users u CROSS JOIN {source} "
                              "WHERE u.username LIKE 'many%'")
        filled(db, "review_log", REVIEWS)
        db.execute("VACUUM ANALYZE")


def filled(db, table, statement):
    """Its indexes are made when the rows are there, which is ten times as fast as one entry after the other."""
    began = time.monotonic()
    db.execute("UPDATE pg_index SET indisready = false WHERE indrelid = %s::regclass", [table])
    rows = db.execute(statement).rowcount
    db.execute("UPDATE pg_index SET indisready = true WHERE indrelid = %s::regclass", [table])
    db.execute(f"REINDEX TABLE {table}")
    print(f"  {table}: {rows} rows, {time.monotonic() - began:.0f} s", flush=True)


SERIES = f"generate_series(1, {LEARNER_SHARE}) n"
FILLS = [
    ("user_vocabulary", "user_id, vocabulary_id, status, review_count, next_review_at, interval_days, state, step, "
     "stability, difficulty, last_review_at",
     "u.id, w.id, CASE WHEN w.n % 3 = 0 THEN 'learning' ELSE 'reviewing' END, w.n % 3, "
     "now() + (w.n - 20) * interval '9 hours', w.n % 30, CASE WHEN w.n % 3 = 0 THEN 1 ELSE 2 END, "
     "CASE WHEN w.n % 3 = 0 THEN 0 END, CASE WHEN w.n % 3 > 0 THEN 6.0 END, CASE WHEN w.n % 3 > 0 THEN 5.0 END, "
     "CASE WHEN w.n % 3 > 0 THEN now() - interval '3 days' END", "some_words w"),
    ("xp_events", "user_id, source, amount, day, occurred_at",
     "u.id, 'bench:' || n, 2, current_date - n, now() - n * interval '1 day'", SERIES),
    ("activities", "user_id, activity_type, duration_seconds, day, occurred_at",
     "u.id, 'reading', 300, current_date - n, now() - n * interval '1 day'", SERIES),
    ("streak_days", "user_id, day", "u.id, current_date - n", SERIES),
    ("user_progress", "user_id, lesson_id, course_id, status, score, completed_at",
     "u.id, l.id, l.course_id, 'completed', 90, now()", "lessons l"),
    ("enrolments", "user_id, course_id", "u.id, c.id", "courses c"),
]
REVIEWS = """
    INSERT INTO review_log (user_id, card_id, rating, reviewed_at, day, state_before, stability_before,
                            difficulty_before, last_review_before, stability_after, difficulty_after, interval_days)
    SELECT user_id, id, 3, last, last::date, 2, 3.0, 5.0, last - interval '3 days', 6.0, 5.0, 6
    FROM (SELECT user_id, id, coalesce(last_review_at, now() - interval '9 days') AS last FROM user_vocabulary) c"""


def list_routes(document):
    """(path, query) of every GET that takes a page, a limit or gives an array."""
    for path, operations in document["paths"].items():
        operation = operations.get("get")
        if operation is None or not path.startswith("/api/v1"):
            continue
        names = {p["name"] for p in operation.get("parameters", []) if p["in"] == "query"}
        # Every filter alone and the deepest page that a client may ask for.
        yield path, {}
        if "page" in names:
            yield path, {"page": 3}
        for name, value in (("search", "an"), ("level", "A1"), ("status", "learning"), ("scope", "catalogue")):
            if name in names:
                yield path, {name: value}


def nodes(plan):
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


def explained(db, statement):
    """(pages, milliseconds, big tables scanned from end to end)"""
    db.execute("BEGIN")
    try:
        result = db.execute("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + statement.replace("%", "%%")).fetchone()[0][0]
    finally:
        db.execute("ROLLBACK")
    plan = result["Plan"]
    scanned = [node["Relation Name"] for node in nodes(plan) if node["Node Type"] == "Seq Scan"]
    sizes = {name: db.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [name]).fetchone()[0]
             for name in scanned}
    pages = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    return pages, result["Execution Time"], [name for name, rows in sizes.items() if rows > SMALL]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    options = parser.parse_args()
    database = postgres.Postgres(fsync="off", synchronous_commit="off", autovacuum="off", max_wal_size="4GB", maintenance_work_mem="1GB").start()
    service, bad = None, 0
    try:
        # Without the worker that fits learners' weights: its walk through all learners is no route's.
        service = backend.backend_on(database.create("ours"), OPTIMIZER_INTERVAL_SECONDS="0")
        began = time.monotonic()
        fill(database.url("ours"), options.rows)
        with psycopg.connect(database.url("ours"), autocommit=True) as db:
            user = str(db.execute("SELECT id FROM users WHERE username = 'many77'").fetchone()[0])
        print(f"filled in {time.monotonic() - began:.0f} s", flush=True)
        service.start()
        headers = {"Authorization": "Bearer " + harness.token(sub=user, role="admin")}
        ids = ids_of(service.url, headers)
        with psycopg.connect(database.url("ours"), autocommit=True) as db:
            for path, query in list_routes(httpx.get(service.url + "/openapi.json").json()):
                url = service.url + fill_in(path, ids)

                def ask():
                    reply = httpx.get(url, params=query, headers=headers, timeout=60)
                    if reply.status_code != 200:
                        print(f"  {path} {query}: {reply.status_code}")

                for statement in database.statements("ours", ask):
                    if not statement.lstrip().upper().startswith(("SELECT", "WITH")):
                        continue
                    pages, ms, scanned = explained(db, statement)
                    wrong = bool(scanned) or pages > MOST_PAGES
                    bad += wrong
                    said = " ".join(statement.split())[:70]
                    print(f"{'BAD ' if wrong else 'ok  '}{path} {json.dumps(query)}: {pages} pages, {ms:.1f} ms"
                          f"{', scans ' + ', '.join(scanned) if scanned else ''} | {said}", flush=True)
    finally:
        if service:
            service.stop()
        database.stop()
    print(f"{bad} statements that no index serves")
    sys.exit(1 if bad else 0)


def ids_of(url, headers):
    """One id for each kind of thing that a path may name."""
    def get(path):
        return httpx.get(f"{url}/api/v1{path}", headers=headers, timeout=60).json()["data"]
    course = get("/courses")[0]["id"]
    return {"courses": course, "lessons": get(f"/courses/{course}/lessons")[0]["id"],
            "vocabulary": get("/vocabulary")[0]["id"], "users": get("/users/me")["id"]}


def fill_in(path, ids):
    parts = path.split("/")
    for i, part in enumerate(parts):
        if part.startswith("{"):
            parts[i] = ids.get(parts[i - 1], ids["users"])
    return "/".join(parts)


if __name__ == "__main__":
    main()
