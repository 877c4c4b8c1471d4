"""The verbs of the command line, as an operator meets them."""
import subprocess
import uuid

import harness
import httpx
import psycopg
import pytest


@pytest.fixture(scope="module")
def place():
    running = harness.backend(content=False).start()
    yield running
    running.stop()


def run(place, *arguments, **environment):
    done = subprocess.run([place.binary, *arguments], capture_output=True, text=True, timeout=60,
                          env={**place.environment, **environment})
    return done.returncode, done.stdout, done.stderr


def verbs(place):
    text = run(place, "--help")[1]
    return [line.split()[0] for line in text.partition("SUBCOMMANDS:")[2].splitlines()
            if line.startswith("  ") and not line.startswith("   ")]


def test_help_names_every_verb_and_each_has_help(place):
    named = verbs(place)
    assert {"serve", "migrate", "import", "create-admin"} <= set(named)
    for verb in named:
        status, text, mistakes = run(place, verb, "--help")
        assert status == 0 and mistakes == "" and "--help" in text, verb


@pytest.mark.parametrize("arguments", [[], ["fly"], ["migrate", "--fast"], ["import"], ["create-admin"],
                                       ["create-admin", "a@example.com"], ["migrate", "--to", "V999"]], ids=str)
def test_wrong_arguments_end_with_2_and_say_why(place, arguments):
    status, _, mistakes = run(place, *arguments)
    assert status == 2 and mistakes.strip()


def test_a_wrong_configuration_ends_with_2_and_names_every_mistake(place):
    status, _, mistakes = run(place, "migrate", DATABASE_URL="mysql://x", PORT="high")
    assert status == 2 and "DATABASE_URL" in mistakes and "PORT" in mistakes


@pytest.mark.parametrize("verb", [["migrate"], ["create-admin", "a@example.com", "abc"], ["import", "content", "--yes"]], ids=str)
def test_a_database_that_is_away_ends_with_1(place, verb):
    status, _, mistakes = run(place, *verb, ADMIN_PASSWORD="quan tri vien 26",
                              DATABASE_URL=f"postgresql://x:y@127.0.0.1:{harness.free_port()}/z")
    assert status == 1 and mistakes.strip()


def sign_in(place, name, password):
    return httpx.post(f"{place.url}/api/v1/auth/login", json={"email": name, "password": password}, timeout=30)


def test_an_administrator_is_created_and_a_user_made_one(place):
    name = "a" + uuid.uuid4().hex[:10]
    status, said, _ = run(place, "create-admin", f"{name}@example.com", name, ADMIN_PASSWORD="quan tri vien 26")
    assert status == 0 and name in said
    assert sign_in(place, name, "quan tri vien 26").status_code == 200
    user, headers = harness.register(place.url)
    refresh = sign_in(place, user["email"], "Mot-mat-khau-dai-" + user["username"]).json()["refresh_token"]
    assert run(place, "create-admin", user["email"].upper(), user["username"], ADMIN_PASSWORD="quan tri vien 27")[0] == 0
    assert sign_in(place, user["email"], "Mot-mat-khau-dai-" + user["username"]).status_code == 401
    assert httpx.post(f"{place.url}/api/v1/auth/refresh", json={"refresh_token": refresh}, timeout=30).status_code == 401
    tokens = sign_in(place, user["email"], "quan tri vien 27").json()
    headers = {"Authorization": "Bearer " + tokens["access_token"]}
    assert httpx.get(f"{place.url}/api/v1/admin/users", headers=headers, timeout=30).status_code == 200


@pytest.mark.parametrize("email, username, password, said", [
    ("no address", "abc", "quan tri vien 26", "email"), ("a@example.com", "x y", "quan tri vien 26", "username"),
    ("a@example.com", "abc", "short", "ADMIN_PASSWORD"), ("a@example.com", "abc", "Iloveyou", "commonest"),
    ("a@example.com", "abc", None, "ADMIN_PASSWORD is not set"), ("", "", "", "email")])
def test_an_administrator_that_cannot_be_is_refused_and_nothing_is_written(place, email, username, password, said):
    more = {} if password is None else {"ADMIN_PASSWORD": password}
    status, _, mistakes = run(place, "create-admin", email, username, **more)
    assert status == 2 and said in mistakes
    with psycopg.connect(place.environment["DATABASE_URL"]) as db:
        assert db.execute("SELECT count(*) FROM users WHERE email = %s", [email]).fetchone() == (0,)


def test_a_taken_username_is_said_so(place):
    user, _ = harness.register(place.url)
    status, _, mistakes = run(place, "create-admin", "other@example.com", user["username"].upper(),
                              ADMIN_PASSWORD="quan tri vien 26")
    assert status == 1 and "another e-mail" in mistakes


def test_migrate_says_what_it_did_and_does_it_once():
    fresh = harness.Service("backend-service", {"DATABASE_URL": harness.fresh_database()})
    first = run(fresh, "migrate", "--to", "V003")
    assert first[0] == 0 and first[1].splitlines()[-1] == "3 migrations applied, 0 were there"
    rest = run(fresh, "migrate")
    assert rest[0] == 0 and rest[1].splitlines()[-1].endswith("3 were there")
    assert run(fresh, "migrate")[1].startswith("0 migrations applied")
    behind = run(fresh, "migrate", "--to", "V002")
    assert behind[0] == 1 and "newer" in behind[2]
