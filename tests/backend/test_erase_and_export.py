"""Leaving with everything, and leaving nothing behind."""
import json
import time

import harness
import httpx
import psycopg
import pytest

from accounts_support import Person, administrator

# Columns that only serve to check a secret; the export leaves them out.
SECRET = {"hashed_password", "token_hash", "place"}


@pytest.fixture(scope="module")
def place():
    running = harness.backend().start()
    yield running
    running.stop()


@pytest.fixture
def db(place):
    with psycopg.connect(place.environment["DATABASE_URL"], autocommit=True) as connection:
        yield connection


def owned_tables(db):
    """Each table that has rows of a user, and the column that says whose; the database's own word on it."""
    return dict(db.execute(
        "SELECT table_name, min(column_name) FILTER (WHERE column_name = 'owner_id' OR column_name = 'user_id') "
        "FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) "
        "WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name IN ('user_id', 'owner_id') "
        "GROUP BY table_name").fetchall())


def foreign_keys_to_users(db):
    """Each column that refers to users by whatever name."""
    return db.execute(
        "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c "
        "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) "
        "WHERE c.contype = 'f' AND c.confrelid = 'users'::regclass").fetchall()


def lives(person):
    """Leaves rows in as many tables as the API can reach in a moment."""
    person.data("POST", "/vocabulary", {"word": "breeze", "translation": "làn gió"}, key="a-key")
    card = person.data("GET", "/vocabulary")[0]
    person.call("POST", f"/vocabulary/{card['id']}/review", {"rating": "good"})
    person.data("POST", "/streaks/checkin")
    course = person.data("GET", "/courses")[0]
    person.data("POST", f"/courses/{course['id']}/enroll")
    lesson = person.data("GET", f"/courses/{course['id']}/lessons")[0]
    person.data("POST", f"/lessons/{lesson['id']}/attempts")
    person.data("POST", "/progress/activities", {"activity_type": "reading", "duration": 60})
    person.pat("read")
    person.session().call("POST", "/auth/logout", {})
    return person


def rows_of(db, person):
    return {table: db.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [person.user["id"]]).fetchone()[0]
            for table, column in owned_tables(db).items()}


def test_erasing_leaves_no_row_in_any_table(place, db):
    person, other = lives(Person(place)), lives(Person(place))
    before = rows_of(db, person)
    assert sum(1 for count in before.values() if count) >= 10, before
    others = rows_of(db, other)
    assert person.call("DELETE", "/users/me").status_code == 204
    assert not any(rows_of(db, person).values()), rows_of(db, person)
    for table, column in foreign_keys_to_users(db):
        assert db.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [person.user["id"]]).fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM users WHERE id = %s", [person.user["id"]]).fetchone() == (0,)
    assert rows_of(db, other) == others


def test_every_table_that_refers_to_a_user_says_so_in_its_columns(db):
    """What export and erasure go by: a column user_id or owner_id, gone with the user. A course stays when its author
    goes: other learners' progress hangs on it."""
    for table, column in foreign_keys_to_users(db):
        if (table, column) == ("courses", "author_id"):
            continue
        assert column in ("user_id", "owner_id"), f"{table}.{column}: name it user_id, or the export cannot see it"
    rules = db.execute("SELECT conrelid::regclass::text FROM pg_constraint "
                       "WHERE contype = 'f' AND confrelid = 'users'::regclass AND confdeltype <> 'c' "
                       "AND conrelid <> 'courses'::regclass").fetchall()
    assert rules == [], "ON DELETE CASCADE is missing"


def test_the_export_holds_every_row_of_the_user_in_every_table_and_nobody_elses(place, db):
    person, other = lives(Person(place)), lives(Person(place))
    reply = person.call("GET", "/users/me/export")
    assert reply.status_code == 200 and reply.headers["content-type"] == "application/json"
    assert int(reply.headers["content-length"]) == len(reply.content)
    body = reply.json()
    assert body["success"] is True and body["meta"]["request_id"] == reply.headers["x-request-id"]
    tables = body["data"]["tables"]
    owned = owned_tables(db)
    assert set(tables) == {*owned, "users"}
    for table, column in owned.items():
        cursor = db.execute(f"SELECT * FROM {table} WHERE {column} = %s", [person.user["id"]])
        columns = {description.name for description in cursor.description} - SECRET
        kept = cursor.fetchall()
        # What the export's own request adds, or takes away by sweeping, is not counted.
        assert len(tables[table]) == len(kept), table
        assert all(set(row) == columns and row[column] == person.user["id"] for row in tables[table]), table
    assert [row["email"] for row in tables["users"]] == [person.email]
    assert other.user["id"] not in reply.text and "argon2" not in reply.text


def test_a_personal_token_with_read_may_export(place):
    person = Person(place)
    assert person.with_token(person.pat("read")["token"]).call("GET", "/users/me/export").status_code == 200


def test_a_large_export_comes_whole_without_the_service_growing(place, db):
    person = Person(place)
    db.execute("INSERT INTO activities (user_id, activity_type, duration_seconds, day, occurred_at) "
               "SELECT %s, 'reading', 60, current_date, now() - i * interval '1 second' FROM generate_series(1, 200000) i",
               [person.user["id"]])

    def resident():
        with open(f"/proc/{place.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024

    person.call("GET", "/users/me")
    before, most, size, lines = resident(), 0, 0, 0
    with httpx.stream("GET", f"{place.url}/api/v1/users/me/export", headers=person.headers, timeout=120) as reply:
        assert reply.status_code == 200
        for chunk in reply.iter_bytes(1 << 20):
            size, lines = size + len(chunk), lines + chunk.count(b'"activity_type"')
            most = max(most, resident())
            time.sleep(0.02)  # a client that is slower than the service
    assert size == int(reply.headers["content-length"]) > 30_000_000
    assert abs(lines - 200_000) <= size >> 20, "a name may be cut by the end of a chunk"
    assert most - before < 24, f"{before} MiB before, {most} MiB at most"


def test_a_client_that_leaves_in_the_middle_harms_nobody(place, db):
    person = Person(place)
    db.execute("INSERT INTO activities (user_id, activity_type, duration_seconds, day, occurred_at) "
               "SELECT %s, 'reading', 60, current_date, now() FROM generate_series(1, 50000) i", [person.user["id"]])
    for _ in range(3):
        with httpx.stream("GET", f"{place.url}/api/v1/users/me/export", headers=person.headers, timeout=60) as reply:
            next(reply.iter_bytes(1000))
    assert person.is_let_in()
    assert json.loads(person.call("GET", "/users/me/export").text)["success"] is True


def test_erasing_twice_at_once_is_erasing_once(place, at_once):
    person = lives(Person(place))
    assert {r.status_code for r in at_once(4, lambda _: person.call("DELETE", "/users/me"))} <= {204, 401, 404}
    assert person.try_sign_in().status_code == 401


def test_the_last_administrator_may_still_erase_the_account(place):
    admin = administrator(place)
    assert admin.call("DELETE", "/users/me").status_code == 204
