"""Writing courses: roles, drafts, editions, and learners who are in the middle of one."""
import copy
import uuid

import httpx
import psycopg
import pytest

import harness
from conftest import Learner, fields_of


@pytest.fixture(scope="module")
def service():
    """One of its own: these tests publish courses."""
    running = harness.backend().start()
    yield running
    running.stop()


@pytest.fixture
def role(service, newcomer):
    """Makes a signed-in teacher or admin."""
    def make(name):
        user = newcomer().user
        with psycopg.connect(service.environment["DATABASE_URL"], autocommit=True) as db:
            db.execute("UPDATE users SET role = %s WHERE id = %s", [name, user["id"]])
        signed = httpx.post(f"{service.url}/api/v1/auth/login", timeout=30, json={
            "email": user["email"], "password": "Mot-mat-khau-dai-" + user["username"]})
        return Learner(service.url, user, {"Authorization": "Bearer " + signed.json()["access_token"]})
    return make


def course(**more):
    cloze = lambda slug, prompt, answer: {"slug": slug, "kind": "cloze", "prompt": prompt, "answer": answer,
                                          "explanation_vi": "Vì thế."}
    lessons = [{"slug": f"l{n}", "title": f"Lesson {n}", "estimated_minutes": 5,
                "exercises": [cloze(f"l{n}-a", "How ____ you?", "are"), cloze(f"l{n}-b", "I ____ fine.", "am")]}
               for n in (1, 2)]
    return {"slug": "c" + uuid.uuid4().hex[:10], "title": "A course", "description": "Of two lessons.", "language": "en",
            "level": "A1", "units": [{"slug": "one", "title": "One", "lessons": lessons}], **more}


def imported(author, body, path="/teacher/courses/import"):
    return author.data("POST", path, body)


def published(role, body):
    admin = role("admin")
    made = imported(admin, body, "/admin/courses/import")
    assert admin.data("PUT", f"/admin/courses/{made['id']}/publish", {"published": True})["is_published"]
    return admin, made


@pytest.mark.parametrize("method, path, body, least", [
    ("POST", "/admin/courses/import", course(), "admin"), ("POST", "/teacher/courses/import", course(), "teacher"),
    ("PUT", f"/admin/courses/{uuid.uuid4()}/publish", {"published": True}, "admin"),
    ("GET", "/teacher/courses", None, "teacher"), ("GET", f"/teacher/courses/{uuid.uuid4()}", None, "teacher"),
    ("GET", f"/teacher/lessons/{uuid.uuid4()}/results", None, "teacher")])
def test_each_role_may_do_its_own(api, learner, role, method, path, body, least):
    assert api(method, path, json=body).status_code == 401
    assert learner.call(method, path, body).status_code == 403
    assert (role("teacher").call(method, path, body).status_code == 403) == (least == "admin")
    assert role("admin").call(method, path, body).status_code in (200, 404)


def test_a_draft_is_its_authors_until_it_is_published(learner, role):
    teacher, stranger = role("teacher"), role("teacher")
    made = imported(teacher, course())
    assert (made["edition"], made["is_published"]) == (1, False)
    draft = teacher.data("GET", f"/teacher/courses/{made['id']}")
    lesson = learner.call("GET", f"/courses/{made['id']}")
    assert lesson.status_code == 404
    assert made["id"] not in [c["id"] for c in learner.data("GET", "/courses?page_size=100")]
    assert learner.call("GET", f"/courses/{made['id']}/lessons").status_code == 404
    assert learner.call("POST", f"/courses/{made['id']}/enroll").status_code == 404
    assert [c["id"] for c in teacher.data("GET", "/teacher/courses")] == [made["id"]]
    assert stranger.data("GET", "/teacher/courses") == []
    assert stranger.call("GET", f"/teacher/courses/{made['id']}").status_code == 404
    taken = stranger.call("POST", "/teacher/courses/import", {**course(), "slug": made["slug"]})
    assert taken.status_code == 409 and "slug" in fields_of(taken)
    admin = role("admin")
    assert made["id"] in [c["id"] for c in admin.data("GET", "/teacher/courses?page_size=100")]
    admin.data("PUT", f"/admin/courses/{made['id']}/publish", {"published": True})
    assert learner.data("GET", f"/courses/{made['id']}")["total_lessons"] == 2
    refused = teacher.call("POST", "/teacher/courses/import", {**draft["course"], "title": "Changed"})
    assert refused.status_code == 409, "published courses are changed by administrators"
    admin.data("PUT", f"/admin/courses/{made['id']}/publish", {"published": False})
    assert learner.call("GET", f"/courses/{made['id']}").status_code == 404


def test_a_lesson_of_a_draft_cannot_be_read_or_begun(learner, role, service):
    made = imported(role("teacher"), course())
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        (lesson,) = db.execute("SELECT id::text FROM lessons WHERE course_id = %s LIMIT 1", [made["id"]]).fetchone()
    assert learner.call("GET", f"/lessons/{lesson}").status_code == 404
    assert learner.call("POST", f"/lessons/{lesson}/attempts").status_code == 404
    assert learner.call("POST", f"/progress/lessons/{lesson}", {"score": 100}).status_code == 404


def test_what_is_read_can_be_sent_back_unchanged(role):
    teacher = role("teacher")
    made = imported(teacher, course(title_vi="Một khóa", description_vi="Hai bài."))
    draft = teacher.data("GET", f"/teacher/courses/{made['id']}")
    again = imported(teacher, draft["course"])
    assert (again["changes"], again["edition"], again["id"]) == ([], 1, made["id"])


def test_an_import_says_what_changes_and_a_dry_run_changes_nothing(role):
    teacher, body = role("teacher"), course()
    made = imported(teacher, body)
    assert {(c["change"], c["what"]) for c in made["changes"]} == {
        ("added", what) for what in ("course", "unit", "lesson", "exercise")}
    changed = copy.deepcopy(body)
    changed["title"] = "Another title"
    exercises = changed["units"][0]["lessons"][0]["exercises"]
    exercises[0]["answer"] = "were"
    del exercises[1]
    exercises.append({"slug": "l1-c", "kind": "cloze", "prompt": "He ____ ill.", "answer": "is"})
    del changed["units"][0]["lessons"][1]
    expected = {("changed", "course", body["slug"]), ("changed", "exercise", f"{body['slug']}/one/l1/l1-a"),
                ("retired", "exercise", f"{body['slug']}/one/l1/l1-b"), ("added", "exercise", f"{body['slug']}/one/l1/l1-c"),
                ("retired", "lesson", f"{body['slug']}/l2")}
    for dry_run in (True, False):
        said = imported(teacher, {**changed, "dry_run": dry_run})
        assert {(c["change"], c["what"], c["path"]) for c in said["changes"]} == expected
        assert said["edition"] == (1 if dry_run else 2)
        assert next(c for c in said["changes"] if c["path"].endswith("l1-a"))["fields"] == ["answer"]
    back = imported(teacher, body)
    assert ("restored", "lesson") in {(c["change"], c["what"]) for c in back["changes"]}
    assert ("restored", "exercise", f"{body['slug']}/one/l1/l1-b") in {(c["change"], c["what"], c["path"]) for c in back["changes"]}
    draft = teacher.data("GET", f"/teacher/courses/{made['id']}")["course"]
    assert [e["answer"] for e in draft["units"][0]["lessons"][0]["exercises"]] == ["are", "am"]
    assert len(draft["units"][0]["lessons"]) == 2


def test_a_broken_course_changes_nothing_and_names_every_mistake(role):
    teacher, body = role("teacher"), course()
    made = imported(teacher, body)
    broken = copy.deepcopy(body)
    broken["title"] = "Not to be seen"
    lesson = broken["units"][0]["lessons"][0]
    lesson["exercises"][0]["answer"] = "walk(s)"
    lesson["exercises"][1]["prompt"] = "no gap"
    reply = teacher.call("POST", "/teacher/courses/import", broken)
    assert reply.status_code == 422
    assert {"units[0].lessons[0].exercises[0]", "units[0].lessons[0].exercises[1]"} == set(fields_of(reply))
    for builds_on in (["no-such-course"], [body["slug"]]):
        reply = teacher.call("POST", "/teacher/courses/import", {**body, "title": "No", "builds_on": builds_on})
        assert reply.status_code == 422 and "builds_on" in fields_of(reply)
    assert teacher.data("GET", f"/teacher/courses/{made['id']}")["course"]["title"] == "A course"


@pytest.mark.parametrize("change, field", [
    ({"slug": "Not A Slug"}, "slug"), ({"level": "A9"}, "level"), ({"units": []}, "units"), ({"colour": 1}, "colour"),
    ({"title": ""}, "title"), ({"title": "x" * 256}, "title"), ({"units": [{"slug": "x"}]}, "units[0].title")])
def test_a_course_of_the_wrong_form_names_the_field(role, change, field):
    reply = role("teacher").call("POST", "/teacher/courses/import", {**course(), **change})
    assert reply.status_code == 422 and field in fields_of(reply), reply.text


def test_a_shipped_course_is_changed_in_content_only(role):
    admin = role("admin")
    shipped = next(c for c in admin.data("GET", "/teacher/courses?page_size=100") if c["slug"] == "a1-first-steps")
    body = admin.data("GET", f"/teacher/courses/{shipped['id']}")["course"]
    assert admin.call("POST", "/admin/courses/import", body).status_code == 409


def test_a_learner_in_the_middle_keeps_the_edition_of_the_attempt(learner, newcomer, role):
    body = course()
    admin, made = published(role, body)
    lesson = learner.data("GET", f"/courses/{made['id']}/lessons")[0]
    attempt = learner.data("POST", f"/lessons/{lesson['id']}/attempts")
    changed = copy.deepcopy(body)
    changed["units"][0]["lessons"][0]["exercises"][0].update(prompt="How ____ they?", answer="were")
    del changed["units"][0]["lessons"][0]["exercises"][1]
    assert imported(admin, changed, "/admin/courses/import")["edition"] == 2
    again = learner.data("POST", f"/lessons/{lesson['id']}/attempts")
    assert again["id"] == attempt["id"] and again["exercises"] == attempt["exercises"] and again["edition"] == 1
    for exercise, right in zip(attempt["exercises"], ("are", "am")):
        assert learner.data("POST", f"/attempts/{attempt['id']}/answers",
                            {"exercise_id": exercise["id"], "answer": right})["is_correct"]
    done = learner.data("POST", f"/progress/lessons/{lesson['id']}", {"attempt_id": attempt["id"]})
    assert (done["status"], done["score"]) == ("completed", 100)
    fresh = newcomer().data("POST", f"/lessons/{lesson['id']}/attempts")
    assert [e["prompt"] for e in fresh["exercises"]] == ["How ____ they?"] and fresh["edition"] == 2


def test_a_withdrawn_course_lets_an_attempt_end(learner, role):
    admin, made = published(role, course())
    lesson = learner.data("GET", f"/courses/{made['id']}/lessons")[0]
    attempt = learner.data("POST", f"/lessons/{lesson['id']}/attempts")
    admin.data("PUT", f"/admin/courses/{made['id']}/publish", {"published": False})
    learner.data("POST", f"/attempts/{attempt['id']}/answers", {"exercise_id": attempt["exercises"][0]["id"], "answer": "are"})
    assert learner.data("POST", f"/progress/lessons/{lesson['id']}", {"attempt_id": attempt["id"]})["score"] == 50
    assert learner.call("GET", f"/lessons/{lesson['id']}").status_code == 404


def test_a_course_opens_when_what_it_builds_on_is_completed(learner, role):
    first = course()
    _, base = published(role, first)
    _, next_course = published(role, course(level="A2", builds_on=[first["slug"]]))
    shown = learner.data("GET", f"/courses/{next_course['id']}")
    assert shown["is_locked"] and shown["requires_courses"] == [base["id"]]
    lesson = shown["units"][0]["lessons"][0]
    assert lesson["is_locked"] and learner.data("GET", f"/lessons/{lesson['id']}")["is_locked"]
    assert learner.call("POST", f"/lessons/{lesson['id']}/attempts").status_code == 409
    for item in learner.data("GET", f"/courses/{base['id']}/lessons"):
        attempt = learner.data("POST", f"/lessons/{item['id']}/attempts")
        for exercise, right in zip(attempt["exercises"], ("are", "am")):
            learner.data("POST", f"/attempts/{attempt['id']}/answers", {"exercise_id": exercise["id"], "answer": right})
        learner.data("POST", f"/progress/lessons/{item['id']}", {"attempt_id": attempt["id"]})
    assert learner.data("GET", f"/courses/{next_course['id']}")["is_locked"] is False
    assert learner.call("POST", f"/lessons/{lesson['id']}/attempts").status_code == 201


def test_a_learner_of_the_level_needs_no_course_before(learner, role):
    first = course()
    published(role, first)
    _, next_course = published(role, course(level="A2", builds_on=[first["slug"]]))
    learner.data("PUT", "/users/me", {"level": "A2"})
    assert learner.data("GET", f"/courses/{next_course['id']}")["is_locked"] is False


def test_courses_cannot_build_on_each_other_in_a_circle(role):
    teacher, first = role("teacher"), course()
    imported(teacher, first)
    second = course(builds_on=[first["slug"]])
    imported(teacher, second)
    reply = teacher.call("POST", "/teacher/courses/import", {**first, "builds_on": [second["slug"]]})
    assert reply.status_code == 422 and "itself" in fields_of(reply)["builds_on"]


def test_a_teacher_sees_how_learners_did_page_by_page(newcomer, role):
    teacher = role("teacher")
    made = imported(teacher, course())
    role("admin").data("PUT", f"/admin/courses/{made['id']}/publish", {"published": True})
    for answers in (("are", "am"), ("are", "is"), ("is", "is")):
        learner = newcomer()
        lesson = learner.data("GET", f"/courses/{made['id']}/lessons")[0]["id"]
        attempt = learner.data("POST", f"/lessons/{lesson}/attempts")
        for exercise, given in zip(attempt["exercises"], answers):
            learner.data("POST", f"/attempts/{attempt['id']}/answers", {"exercise_id": exercise["id"], "answer": given})
        learner.data("POST", f"/progress/lessons/{lesson}", {"attempt_id": attempt["id"]})
    page = teacher.call("GET", f"/teacher/lessons/{lesson}/results?page_size=2").json()
    assert [row["best_score"] for row in page["data"]] == [0, 50] and page["pagination"]["total"] == 3
    rest = teacher.data("GET", f"/teacher/lessons/{lesson}/results?page_size=2&page=2")
    assert [(row["best_score"], row["stars"], row["status"]) for row in rest] == [(100, 3, "completed")]
    assert role("teacher").call("GET", f"/teacher/lessons/{lesson}/results").status_code == 404


def test_the_same_import_at_once_is_one_course(role, at_once):
    teacher, body = role("teacher"), course()
    replies = at_once(6, lambda _: teacher.call("POST", "/teacher/courses/import", body))
    assert {r.status_code for r in replies} <= {200, 409}
    assert [c["edition"] for c in teacher.data("GET", "/teacher/courses")] == [1]
    assert any(r.status_code == 200 and r.json()["data"]["changes"] for r in replies)
