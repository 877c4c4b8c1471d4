"""From every earlier version, with data in it, to today's.

migrations/V0NN.sql holds rows for what V0NN__*.sql made, written when that was the newest: they are put in as soon
as that version is reached. A new migration that makes or changes a table adds its own; an old one stays as it is.
"""
import pathlib
import subprocess

import harness
import httpx
import psycopg
import pytest

ROWS = pathlib.Path(__file__).resolve().parent / "migrations"
VERSIONS = sorted(path.name.partition("__")[0]
                  for path in (harness.CLONE / "backend-service" / "migrations").glob("V*.sql"))
LAN = "11111111-1111-4111-8111-111111111111"  # the learner of the rows; signs in with the password below
PASSWORD = "hoa sen trang 26"


def migrate(service, *to):
    done = subprocess.run([service.binary, "migrate", *to], env=service.environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def at_version(version):
    """A database as it was when `version` was the newest, with rows of that time and before."""
    service = harness.Service("backend-service", {"DATABASE_URL": harness.fresh_database(), "REDIS_URL": ""})
    for reached in VERSIONS[:VERSIONS.index(version) + 1]:
        migrate(service, "--to", reached)
        rows = ROWS / f"{reached}.sql"
        if rows.exists():
            with psycopg.connect(service.environment["DATABASE_URL"]) as db:
                db.execute(rows.read_text())
    return service


def schema(service):
    """Every column, constraint, index, view and function, in words."""
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        return [db.execute(query).fetchall() for query in (
            "SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns "
            "WHERE table_schema = 'public' ORDER BY 1, 2",
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
            "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public' ORDER BY 1",
            "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1, 2")]


def counts(service):
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        tables = [row[0] for row in db.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
                                               "AND tablename <> 'schema_migrations'")]
        return {table: db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


@pytest.fixture(scope="module")
def fresh():
    service = harness.Service("backend-service", {"DATABASE_URL": harness.fresh_database()})
    migrate(service)
    return schema(service)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_database_of_this_version_becomes_todays_keeps_its_rows_and_serves(version, fresh):
    service = at_version(version)
    before = counts(service)
    migrate(service)
    assert schema(service) == fresh, "an old database and a new one differ"
    after = counts(service)
    assert not {table: count for table, count in before.items() if after.get(table, 0) < count}, "rows were lost"
    service.run("import", str(harness.CLONE / "content"), "--yes")
    service.start()
    try:
        serves(service)
    finally:
        service.stop()


def serves(service):
    def call(method, path, body=None):
        reply = httpx.request(method, f"{service.url}/api/v1{path}", json=body, headers=headers, timeout=30)
        assert reply.status_code in (200, 201), f"{method} {path}: {reply.status_code} {reply.text}"
        return reply.json()["data"] if "data" in reply.json() else reply.json()

    headers = {}
    tokens = call("POST", "/auth/login", {"email": "lan@example.com", "password": PASSWORD})
    assert tokens["user_id"] == LAN
    headers = {"Authorization": "Bearer " + tokens["access_token"]}
    for path in ("/users/me", "/courses", "/progress", "/progress/stats", "/vocabulary", "/vocabulary/review",
                 "/streaks/me", "/users/me/export"):
        call("GET", path)
    for card in call("GET", "/vocabulary"):
        call("POST", f"/vocabulary/{card['id']}/review", {"rating": "good"})
    call("POST", "/vocabulary", {"word": "breeze", "translation": "làn gió"})
    call("POST", "/streaks/checkin")
    call("POST", "/progress/activities", {"activity_type": "reading", "duration": 60})
