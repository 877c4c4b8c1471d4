"""Who may do what: every operation of the OpenAPI document, as every kind of caller.

The document says which operations are open to anyone. For the others the three tables below say the rest:
ROLES (which need a role), OBJECTS (whose the thing at an `{id}` is) and OWN_SESSION (which no personal token
opens). An operation that they do not cover fails: a route that is added has to say here who may use it.
"""
import re
import time
import uuid

import httpx
import psycopg
import pytest

import harness

# The role that an operation needs, by the first pattern that fits "METHOD /path". None fits: any signed-in user.
ROLES = [
    (r"GET /users/\{id\}$", "admin"),
    (r"\w+ /admin/", "admin"),
    (r"\w+ /teacher/", "teacher"),
]

# What stands at the `{id}` of a path, by the longest beginning that fits. A thing of the catalogue is anyone's;
# a thing of a learner is found by its owner alone.
OBJECTS = {
    "/courses/{id}": "course",
    "/lessons/{id}": "lesson",
    "/progress/lessons/{id}": "lesson",
    "/attempts/{id}": "attempt",
    "/vocabulary/{id}": "card",
    "/auth/tokens/{id}": "personal_token",
    "/users/{id}": "user",
    "/admin/users/{id}": "user",
    "/admin/courses/{id}": "spare_course",
    "/teacher/courses/{id}": "written_course",
    "/teacher/lessons/{id}": "written_lesson",
}
CATALOGUE = {"course", "lesson", "spare_course", "user", "written_course", "written_lesson"}

# What changes the account itself is for its owner's own session, never for a personal token.
OWN_SESSION = [r"POST /auth/logout$", r"\w+ /auth/tokens", r"POST /users/me/password$", r"DELETE /users/me$"]

# Bodies that name other things; the others are the document's example, or the least that its schema accepts.
BODIES = {
    "POST /attempts/{id}/answers": lambda world: {"exercise_id": world.exercise, "answer": "x"},
    "POST /attempts/{id}/hints": lambda world: {"exercise_id": world.exercise},
}

# Of "hoa sen trang 26", the password in the document's examples.
HASH = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$2nOHurqIcPrKYjCj7jaOxqBmRQIgY2EYMWpS8qk/V0k"

CALLERS = ["anonymous", "other", "teacher", "admin", "owner"]


class World:
    """People with a token each, and one thing of every kind that belongs to the owner."""

    def __init__(self, service):
        self.url, self.database = service.url + "/api/v1", service.environment["DATABASE_URL"]
        self.ids, self.headers, self.exercise = {}, {"anonymous": {}}, None
        roles = {"owner": "learner", "other": "learner", "teacher": "teacher", "admin": "admin", "user": "learner"}
        with psycopg.connect(self.database) as db:
            for who, role in roles.items():
                name = "p" + uuid.uuid4().hex[:12]
                row = db.execute("INSERT INTO users (email, username, hashed_password, role) VALUES (%s, %s, %s, %s) "
                                 "RETURNING id", [name + "@example.com", name, HASH, role]).fetchone()
                self.ids[who] = str(row[0])
                self.headers[who] = {"Authorization": "Bearer " + harness.token(sub=self.ids[who], role=role)}

    def data(self, method, path, json=None):
        reply = httpx.request(method, self.url + path, json=json, headers=self.headers["owner"], timeout=30)
        assert reply.status_code in (200, 201), f"{method} {path}: {reply.status_code} {reply.text}"
        return reply.json()["data"]

    def course(self):
        return self.data("GET", "/courses?page_size=100")[0]["id"]

    def spare_course(self):
        return self.data("GET", "/courses?page_size=100")[-1]["id"]

    def lesson(self):
        return self.data("GET", f"/courses/{self.course()}/lessons")[0]["id"]

    def attempt(self):
        lesson = self.lesson()
        self.exercise = self.data("GET", f"/lessons/{lesson}")["exercises"][0]["id"]
        return self.data("POST", f"/lessons/{lesson}/attempts")["id"]

    def written_course(self):
        """A course of the teacher."""
        with psycopg.connect(self.database) as db:
            course = db.execute("INSERT INTO courses (slug, title, language, level, author_id) VALUES (%s, 'x', 'en', 'A1', %s) "
                                "RETURNING id", ["c" + uuid.uuid4().hex[:12], self.ids["teacher"]]).fetchone()[0]
            unit = db.execute("INSERT INTO units (course_id, slug, title, order_index) VALUES (%s, 'u', 'U', 0) RETURNING id",
                              [course]).fetchone()[0]
            self.ids["written_lesson"] = str(db.execute(
                "INSERT INTO lessons (course_id, unit_id, slug, title, order_index) VALUES (%s, %s, 'l', 'L', 0) RETURNING id",
                [course, unit]).fetchone()[0])
        return str(course)

    def written_lesson(self):
        self.written_course()
        return self.ids["written_lesson"]

    def card(self):
        return self.data("POST", "/vocabulary", {"word": uuid.uuid4().hex[:12], "translation": "x"})["id"]

    def personal_token(self):
        return self.data("POST", "/auth/tokens", {"name": "x", "expires_in_days": 1, "scopes": ["read"]})["id"]

    def user(self):
        return self.ids["user"]

    def pat(self, *scopes):
        """The value of a personal token of the owner."""
        return self.data("POST", "/auth/tokens", {"name": "x", "expires_in_days": 1, "scopes": scopes})["token"]


# --- the document -------------------------------------------------------------------------------------------


def least(schema, document):
    """The least that `schema` accepts."""
    if "$ref" in schema:
        return least(document["components"]["schemas"][schema["$ref"].rpartition("/")[2]], document)
    for one in ("anyOf", "oneOf"):
        for branch in schema.get(one, []):
            if branch.get("type") != "null" and set(branch) != {"required"}:
                return least(branch, document)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type", "object")
    kind = next((k for k in kind if k != "null"), "null") if isinstance(kind, list) else kind
    if kind == "object":
        wanted = list(schema.get("required", []))
        wanted += next((b["required"] for b in schema.get("anyOf", []) if set(b) == {"required"}), [])
        return {name: least(schema["properties"][name], document) for name in wanted}
    if kind == "array":
        return [least(schema.get("items", {}), document)] * schema.get("minItems", 0)
    if kind == "string":
        return {"email": "a@example.com", "uuid": str(uuid.uuid4()), "date-time": "2026-11-24T10:00:00Z",
                "date": "2026-11-24"}.get(schema.get("format"), "x" * max(1, schema.get("minLength", 1)))
    return {"integer": schema.get("minimum", 1), "number": schema.get("minimum", 1), "boolean": True}.get(kind)


class Operation:
    def __init__(self, verb, path, said, document):
        self.verb, self.path, self.said, self.document = verb.upper(), path.removeprefix("/api/v1"), said, document
        self.name = f"{self.verb} {self.path}"

    def is_open(self):
        return self.said["security"] == []

    def role(self):
        return next((role for pattern, role in ROLES if re.match(pattern, self.name)), None)

    def object(self):
        """The kind of thing at `{id}`; None where there is no id."""
        if "{" not in self.path:
            return None
        fits = [beginning for beginning in OBJECTS if self.path.startswith(beginning)]
        assert fits, f"{self.name}: say in OBJECTS of {__file__} what stands at its id"
        return OBJECTS[max(fits, key=len)]

    def body(self, world):
        """httpx's arguments for a body that is accepted."""
        content = self.said.get("requestBody", {}).get("content", {})
        if self.name in BODIES:
            return {"json": BODIES[self.name](world)}
        if "application/json" in content:
            media = content["application/json"]
            return {"json": media.get("example") or least(media["schema"], self.document)}
        for kind in content:
            return {"content": b"word,translation\nbreeze,gi\xc3\xb3", "headers": {"Content-Type": kind}}
        return {}

    def call(self, world, headers, thing=None):
        path = re.sub(r"\{\w+\}", thing or "", self.path)
        more = self.body(world)
        return httpx.request(self.verb, world.url + path, timeout=60,
                             headers={**headers, **more.pop("headers", {})}, **more)


def expected(operation, caller):
    """The statuses of a caller that may not; nothing for one that may."""
    if operation.is_open():
        return None
    if caller == "anonymous":
        return {401}
    role = operation.role()
    if role and caller not in {"admin": ["admin"], "teacher": ["admin", "teacher"]}[role]:
        return {403}
    if role or operation.object() in CATALOGUE or operation.object() is None:
        return None
    return None if caller == "owner" else {404}


# --- the tests ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def place():
    running = harness.backend().start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def document(place):
    return httpx.get(place.url + "/openapi.json", timeout=30).json()


@pytest.fixture(scope="module")
def operations(document):
    return [Operation(verb, path, said, document)
            for path, verbs in document["paths"].items() for verb, said in verbs.items()]


def test_every_operation_serves_those_who_may_and_refuses_the_others(place, operations):
    assert len(operations) > 25
    wrong = []
    for operation in operations:
        world = World(place)
        thing = operation.object() and getattr(world, operation.object())()
        for caller in CALLERS:
            reply = operation.call(world, world.headers[caller], thing)
            refusal = expected(operation, caller)
            if refusal is not None:
                fine = reply.status_code in refusal
            else:  # let in: whatever it answers is something that the document promises, and no refusal
                barred = {401, 403} if not operation.is_open() else set()
                barred |= {404} if thing else set()
                fine = (reply.status_code < 500 and reply.status_code not in barred
                        and str(reply.status_code) in operation.said["responses"])
            if not fine:
                wrong.append(f"{operation.name} as {caller}: {reply.status_code}, expected {refusal or 'to be let in'}: "
                             + reply.text[:200])
    assert not wrong, "\n".join(wrong)


def test_a_personal_token_opens_what_its_scopes_say_and_never_the_account_itself(place, operations):
    wrong = []
    for operation in operations:
        if operation.is_open():
            continue
        world = World(place)
        thing = operation.object() and getattr(world, operation.object())()
        own = operation.role() or any(re.match(pattern, operation.name) for pattern in OWN_SESSION)
        needed = None if own else "read" if operation.verb == "GET" else "write"
        for scope in ("ai", "read", "write"):
            reply = operation.call(world, {"Authorization": "Bearer " + world.pat(scope)}, thing)
            may = scope == needed
            if (reply.status_code in (401, 403)) == may or reply.status_code >= 500 or (not may and reply.status_code != 403):
                wrong.append(f"{operation.name} with the scope {scope}: {reply.status_code} {reply.text[:200]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("claims", [{"type": "refresh"}, {"type": "pat"}, {"role": "emperor"}, {"aud": "elsewhere"},
                                    {"iss": "someone"}, {"sub": "not-a-uuid"}, {"exp": int(time.time()) - 1},
                                    {"type": "access", "scope": "read"}], ids=str)
def test_a_token_for_something_else_opens_nothing(place, operations, claims):
    wrong = []
    for operation in operations:
        if not operation.is_open():
            reply = operation.call(World(place), {"Authorization": "Bearer " + harness.token(**claims)}, str(uuid.uuid4()))
            if reply.status_code != 401:
                wrong.append(f"{operation.name}: {reply.status_code}")
    assert not wrong, "\n".join(wrong)
