"""What administrators do with accounts."""
import concurrent.futures
import uuid

import harness
import psycopg
import pytest

from accounts_support import Person, administrator, code_of
from conftest import Learner, fields_of


@pytest.fixture(scope="module")
def place():
    running = harness.backend(content=False).start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def admin(place):
    return administrator(place)


def people(place, count, **columns):
    """Rows of users, quickly."""
    mark = "m" + uuid.uuid4().hex[:8]
    names = ", ".join(columns)
    with psycopg.connect(place.environment["DATABASE_URL"]) as db:
        db.execute(f"INSERT INTO users (email, username, hashed_password, created_at{', ' + names if names else ''}) "
                   "SELECT %s || lpad(i::text, 6, '0') || '@example.com', 'X' || %s || lpad(i::text, 6, '0'), '*', "
                   f"now() - i * interval '1 minute'{', %s' * len(columns)} FROM generate_series(1, %s) i",
                   [mark, mark, *columns.values(), count])
    return mark


def test_users_are_paged_newest_first(place, admin):
    people(place, 30)
    first = admin.call("GET", "/admin/users?page_size=12").json()
    assert first["pagination"]["page_size"] == 12 and first["pagination"]["total"] >= 31
    seen = [user["id"] for page in range(1, first["pagination"]["total_pages"] + 1)
            for user in admin.data("GET", f"/admin/users?page_size=12&page={page}")]
    assert len(seen) == len(set(seen)) == first["pagination"]["total"]
    times = [user["created_at"] for user in first["data"]]
    assert times == sorted(times, reverse=True)
    assert set(first["data"][0]) == {"id", "email", "username", "display_name", "role", "is_active", "created_at"} or \
        set(first["data"][0]) == {"id", "email", "username", "role", "is_active", "created_at"}


def test_users_are_found_by_how_their_name_or_address_begins_in_any_letter_case(place, admin):
    mark = people(place, 15)
    by_email = admin.call("GET", f"/admin/users?search={mark.upper()}&page_size=10").json()
    assert by_email["pagination"]["total"] == 15 and len(by_email["data"]) == 10
    assert [u["username"] for u in by_email["data"]] == [f"X{mark}{i:06}" for i in range(1, 11)]
    assert admin.call("GET", f"/admin/users?search=x{mark}00000").json()["pagination"]["total"] == 9
    for nothing in (f"y{mark}", "%25", "_", "\\", "é", "x' OR true --"):
        assert admin.call("GET", "/admin/users", params={"search": nothing}).json()["pagination"]["total"] == 0, nothing


def test_filters_by_role_and_state_hold_together(place, admin):
    mark = people(place, 4, role="teacher", is_active=False)
    for query, total in [("role=teacher&is_active=false", 4), ("role=teacher&is_active=true", 0), ("role=learner", 0)]:
        assert admin.call("GET", f"/admin/users?search={mark}&{query}").json()["pagination"]["total"] == total, query
    listed = admin.data("GET", "/admin/users?role=teacher&is_active=false&page_size=100")
    assert len(listed) == 4 and {(u["role"], u["is_active"]) for u in listed} == {("teacher", False)}


@pytest.mark.parametrize("query, field", [
    ("role=emperor", "role"), ("is_active=maybe", "is_active"), ("page=0", "page"), ("page=-1", "page"),
    ("page=1" + "0" * 30, "page"), ("page_size=101", "page_size"), ("page=501&page_size=20", "page"), ("search=", "search"),
    ("search=" + "x" * 101, "search"), ("more=1", "more")])
def test_a_filter_that_cannot_be_names_the_field(admin, query, field):
    reply = admin.call("GET", f"/admin/users?{query}")
    assert reply.status_code == 422 and set(fields_of(reply)) == {field}, reply.text


def test_what_is_nobody_is_not_found(admin):
    for method, path, body in [("POST", "deactivate", None), ("POST", "activate", None), ("PUT", "role", {"role": "admin"})]:
        for odd in (uuid.uuid4(), "x"):
            assert admin.call(method, f"/admin/users/{odd}/{path}", body).status_code == 404
    assert admin.call("GET", f"/users/{uuid.uuid4()}").status_code == 404


@pytest.mark.parametrize("body", [{}, {"role": "emperor"}, {"role": None}, {"role": 1}, {"role": "admin", "more": 1}])
def test_a_role_that_is_none_is_refused(admin, place, body):
    person = Person(place)
    assert admin.call("PUT", f"/admin/users/{person.user['id']}/role", body).status_code == 422
    assert admin.data("GET", f"/users/{person.user['id']}")["role"] == "learner"


@pytest.fixture
def lonely():
    """A service of its own, with one administrator."""
    running = harness.backend(content=False).start()
    yield administrator(running)
    running.stop()


def test_the_last_administrator_cannot_step_down_or_be_switched_off(lonely):
    mine = lonely.data("GET", "/users/me")["id"]
    down = lonely.call("PUT", f"/admin/users/{mine}/role", {"role": "learner"})
    assert down.status_code == 409 and code_of(down) == "CONFLICT"
    assert lonely.call("POST", f"/admin/users/{mine}/deactivate").status_code == 409
    assert lonely.data("PUT", f"/admin/users/{mine}/role", {"role": "admin"})["role"] == "admin"
    other = Person(lonely.service)
    lonely.use(lonely.refresh().json())
    lonely.data("PUT", f"/admin/users/{other.user['id']}/role", {"role": "admin"})
    assert lonely.data("PUT", f"/admin/users/{mine}/role", {"role": "learner"})["role"] == "learner"


def test_administrators_that_depose_each_other_at_once_leave_one(lonely):
    others = [Person(lonely.service) for _ in range(3)]
    for other in others:
        lonely.data("PUT", f"/admin/users/{other.user['id']}/role", {"role": "admin"})
    claims = {"sub": "", "role": "admin"}
    admins = [lonely.data("GET", "/users/me")["id"], *(o.user["id"] for o in others)]
    callers = [Learner(lonely.url, None, {"Authorization": "Bearer " + harness.token(**{**claims, "sub": a})})
               for a in admins]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda pair: callers[pair[0]].call("PUT", f"/admin/users/{admins[pair[1]]}/role", {"role": "learner"}),
                      [(i, (i + 1) % 4) for i in range(4)] * 3))
    with psycopg.connect(lonely.service.environment["DATABASE_URL"]) as db:
        assert db.execute("SELECT count(*) FROM users WHERE role = 'admin' AND is_active").fetchone()[0] >= 1


def test_every_listing_of_users_is_served_by_an_index(place):
    """The plans of a large table, with the statements as they are."""
    folder = harness.CLONE / "backend-service" / "app" / "admin" / "sql"
    with psycopg.connect(place.environment["DATABASE_URL"]) as db:
        db.execute("INSERT INTO users (email, username, hashed_password, role, created_at) SELECT 'bulk' || i || "
                   "'@example.com', 'bulk' || i, '*', CASE WHEN i % 1000 = 0 THEN 'admin' ELSE 'learner' END, "
                   "now() - i * interval '1 second' FROM generate_series(1, 100000) i")
        db.execute("ANALYZE users")
        db.execute("SET plan_cache_mode = force_generic_plan")
        for name, types, values in [
                ("list_users", "varchar, boolean, bigint, bigint", "NULL, NULL, 20, 0"),
                ("list_users", "varchar, boolean, bigint, bigint", "'admin', true, 20, 40"),
                ("count_users", "varchar, boolean, bigint", "NULL, NULL, 10000"),
                ("search_users", "text, varchar, boolean, bigint, bigint", "'bulk7', NULL, NULL, 20, 0"),
                ("count_found", "text, varchar, boolean", "'bulk7', 'admin', NULL")]:
            text = (folder / f"{name}.sql").read_text()
            db.execute(f"PREPARE q ({types}) AS {text}")
            plan = "\n".join(row[0] for row in db.execute(f"EXPLAIN (ANALYZE, COSTS OFF) EXECUTE q ({values})"))
            db.execute("DEALLOCATE q")
            assert "Seq Scan on users" not in plan, f"{name}\n{plan}"
        db.rollback()
