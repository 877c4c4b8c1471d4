"""Sign up, in, on and out; one's own account."""
import ctypes
import subprocess
import time
import uuid

import jwt
import psycopg
import pytest

import harness
from conftest import Learner, fields_of


def credentials():
    name = "u" + uuid.uuid4().hex[:12]
    return {"email": f"{name}@example.com", "username": name, "password": "mot mat khau dai 26"}


def test_sign_up_gives_the_user_and_says_where_it_is(api):
    body = {**credentials(), "display_name": "Nguyễn Thị Lan", "time_zone": "Asia/Ho_Chi_Minh"}
    reply = api("POST", "/auth/register", json=body)
    assert reply.status_code == 201
    user = reply.json()["data"]
    assert reply.headers["location"] == f"/api/v1/users/{user['id']}"
    assert (user["email"], user["username"], user["display_name"]) == (body["email"], body["username"], "Nguyễn Thị Lan")
    assert (user["level"], user["native_language"], user["xp"], user["streak"]) == ("A1", "vi", 0, 0)
    assert "password" not in reply.text


@pytest.mark.parametrize("field", ["email", "username"])
def test_a_taken_name_is_a_conflict_that_names_the_field_in_any_letter_case(api, field):
    body = credentials()
    assert api("POST", "/auth/register", json=body).status_code == 201
    again = {**credentials(), field: body[field].upper()}
    reply = api("POST", "/auth/register", json=again)
    assert reply.status_code == 409
    assert reply.json()["error"]["code"] == "ALREADY_EXISTS"
    assert set(fields_of(reply)) == {field}


def test_common_passwords_are_refused(api):
    for password in ("password", "Iloveyou", "12345678"):
        reply = api("POST", "/auth/register", json={**credentials(), "password": password})
        assert reply.status_code == 422 and set(fields_of(reply)) == {"password"}, password


def test_sign_in_by_email_or_username_in_any_letter_case(api):
    body = credentials()
    api("POST", "/auth/register", json=body)
    for name in ({"email": body["email"].upper()}, {"email": body["username"]}, {"username": body["username"]}):
        reply = api("POST", "/auth/login", json={**name, "password": body["password"]})
        assert reply.status_code == 200, reply.text
        tokens = reply.json()
        assert tokens["token_type"] == "bearer" and tokens["expires_in"] == 1800
        claims = jwt.decode(tokens["access_token"], harness.SECRET, algorithms=["HS256"], audience="lexilingo",
                            issuer="lexilingo-backend")
        assert claims["type"] == "access" and claims["role"] == "learner" and claims["sub"] == tokens["user_id"]


def test_an_unknown_user_and_a_wrong_password_get_the_same_answer_in_the_same_time(api):
    body = credentials()
    api("POST", "/auth/register", json=body)

    def attempt(name):
        began = time.perf_counter()
        reply = api("POST", "/auth/login", json={"email": name, "password": "not the password"})
        assert reply.status_code == 401
        problem = reply.json()
        return time.perf_counter() - began, (problem["detail"], problem["error"]["code"])

    api("POST", "/auth/login", json={"email": "nobody@example.com", "password": "x"})  # makes the decoy
    known = [attempt(body["email"]) for _ in range(5)]
    unknown = [attempt("nobody@example.com") for _ in range(5)]
    assert {said for _, said in known} == {said for _, said in unknown}
    fast, slow = sorted((min(t for t, _ in known), min(t for t, _ in unknown)))
    assert slow < 3 * fast


def test_refresh_spends_the_token_and_reuse_revokes_the_family(api):
    body = credentials()
    api("POST", "/auth/register", json=body)
    first = api("POST", "/auth/login", json={"email": body["email"], "password": body["password"]}).json()
    second = api("POST", "/auth/refresh", json={"refresh_token": first["refresh_token"]})
    assert second.status_code == 200
    third = api("POST", "/auth/refresh", json={"refresh_token": second.json()["refresh_token"]})
    assert third.status_code == 200
    assert api("POST", "/auth/refresh", json={"refresh_token": first["refresh_token"]}).status_code == 401
    stolen = api("POST", "/auth/refresh", json={"refresh_token": third.json()["refresh_token"]})
    assert stolen.status_code == 401, "a token of the same family lived on"


def test_the_same_refresh_token_at_once_gives_one_pair(api, at_once):
    body = credentials()
    api("POST", "/auth/register", json=body)
    first = api("POST", "/auth/login", json={"email": body["email"], "password": body["password"]}).json()
    replies = at_once(6, lambda _: api("POST", "/auth/refresh", json={"refresh_token": first["refresh_token"]}))
    assert sorted(r.status_code for r in replies) == [200] + [401] * 5


def test_sign_out_refuses_the_token_from_then_on(learner):
    assert learner.call("GET", "/users/me").status_code == 200
    assert learner.call("POST", "/auth/logout", {}).status_code == 204
    reply = learner.call("GET", "/users/me")
    assert reply.status_code == 401 and reply.json()["error"]["code"] == "AUTH_INVALID"


def test_sign_out_with_the_refresh_token_ends_the_session(api):
    body = credentials()
    api("POST", "/auth/register", json=body)
    tokens = api("POST", "/auth/login", json={"email": body["email"], "password": body["password"]}).json()
    bearer = {"Authorization": "Bearer " + tokens["access_token"]}
    assert api("POST", "/auth/logout", json={"refresh_token": tokens["refresh_token"]}, headers=bearer).status_code == 204
    assert api("POST", "/auth/refresh", json={"refresh_token": tokens["refresh_token"]}).status_code == 401


def test_sign_out_everywhere_ends_every_session(api):
    body = credentials()
    api("POST", "/auth/register", json=body)
    sign_in = lambda: api("POST", "/auth/login", json={"email": body["email"], "password": body["password"]}).json()
    here, there = sign_in(), sign_in()
    time.sleep(1.1)  # tokens carry whole seconds
    bearer = lambda tokens: {"Authorization": "Bearer " + tokens["access_token"]}
    assert api("POST", "/auth/logout", json={"all": True}, headers=bearer(here)).status_code == 204
    for tokens in (here, there):
        assert api("GET", "/users/me", headers=bearer(tokens)).status_code == 401
        assert api("POST", "/auth/refresh", json={"refresh_token": tokens["refresh_token"]}).status_code == 401
    assert api("GET", "/users/me", headers=bearer(sign_in())).status_code == 200


def test_a_profile_change_keeps_what_it_does_not_name(learner):
    changed = learner.data("PUT", "/users/me", {"display_name": "Lan", "level": "intermediate",
                                                "settings": {"desired_retention": 0.92}})
    assert (changed["display_name"], changed["level"]) == ("Lan", "B1")
    changed = learner.data("PUT", "/users/me", {"daily_goal": 50, "settings": {"scheduler": "sm2"}})
    assert (changed["display_name"], changed["level"], changed["daily_goal"]) == ("Lan", "B1", 50)
    assert changed["settings"] == {"desired_retention": 0.92, "new_per_day": 20, "reviews_per_day": 200, "scheduler": "sm2",
                                   "leaderboard": True, "easy_days": changed["settings"]["easy_days"]}
    assert learner.data("GET", "/users/me") == changed


def test_an_unknown_time_zone_is_refused(learner):
    reply = learner.call("PUT", "/users/me", {"time_zone": "Mars/Olympus"})
    assert reply.status_code == 422 and set(fields_of(reply)) == {"time_zone"}


def test_erasing_an_account_erases_its_rows_and_its_tokens(service, learner, first_lesson):
    learner.data("POST", "/vocabulary", {"word": "breeze", "translation": "làn gió"})
    learner.data("POST", "/streaks/checkin")
    learner.data("POST", f"/lessons/{first_lesson['id']}/attempts")
    assert learner.call("DELETE", "/users/me").status_code == 204
    assert learner.call("GET", "/users/me").status_code == 401
    assert learner.call("POST", "/vocabulary", {"word": "x", "translation": "y"}).status_code == 401
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        owned = db.execute("SELECT table_name FROM information_schema.columns WHERE column_name = 'user_id' "
                           "AND table_schema = 'public'").fetchall()
        assert len(owned) >= 12
        for (table,) in owned:
            left = db.execute(f"SELECT count(*) FROM {table} WHERE user_id = %s", [learner.user["id"]]).fetchone()
            assert left == (0,), table


def test_only_administrators_see_other_users(service, api, learner, newcomer):
    other = newcomer()
    assert learner.call("GET", f"/users/{other.user['id']}").status_code == 403
    name = "a" + uuid.uuid4().hex[:10]
    subprocess.run([service.binary, "create-admin", f"{name}@example.com", name], check=True,
                   env={**service.environment, "ADMIN_PASSWORD": "quan tri vien 26"}, capture_output=True)
    tokens = api("POST", "/auth/login", json={"email": name, "password": "quan tri vien 26"}).json()
    admin = Learner(service.url, None, {"Authorization": "Bearer " + tokens["access_token"]})
    assert admin.data("GET", f"/users/{other.user['id']}")["username"] == other.user["username"]
    assert admin.call("GET", f"/users/{uuid.uuid4()}").status_code == 404


def test_bcrypt_hashes_open_and_are_replaced(service, api):
    body = credentials()
    user = api("POST", "/auth/register", json=body).json()["data"]
    crypt = ctypes.CDLL("libcrypt.so.1").crypt
    crypt.restype = ctypes.c_char_p
    stored = crypt(b"correct horse", b"$2b$04$abcdefghijklmnopqrstuu").decode()
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        db.execute("UPDATE users SET hashed_password = %s WHERE id = %s", [stored, user["id"]])
    assert api("POST", "/auth/login", json={"email": body["email"], "password": "correct horse"}).status_code == 200
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        (now,) = db.execute("SELECT hashed_password FROM users WHERE id = %s", [user["id"]]).fetchone()
    assert now.startswith("$argon2id$")
    assert api("POST", "/auth/login", json={"email": body["email"], "password": "correct horse"}).status_code == 200
