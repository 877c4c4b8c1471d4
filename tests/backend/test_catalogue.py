"""Reading the catalogue: ETag, search, locks, paging."""
import uuid

import psycopg
import pytest

from conftest import fields_of


@pytest.fixture
def course(learner):
    return learner.data("GET", "/courses?level=A1")[0]


@pytest.mark.parametrize("path", ["/courses", "/courses?search=english", "/courses/{course}", "/courses/{course}/lessons",
                                  "/lessons/{lesson}"])
def test_an_unchanged_read_is_304_and_empty(learner, course, first_lesson, path):
    path = path.format(course=course["id"], lesson=first_lesson["id"])
    first = learner.call("GET", path)
    tag = first.headers["etag"]
    assert tag.startswith('W/"') and "no-cache" in first.headers["cache-control"]
    again = learner.call("GET", path, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert learner.call("GET", path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_tag_is_of_the_learners_part_too(learner, newcomer, course):
    path = f"/courses/{course['id']}"
    tag = learner.call("GET", path).headers["etag"]
    other = newcomer()
    assert other.call("GET", path, headers={"If-None-Match": tag}).status_code == 304, "as far as the other"
    learner.data("POST", f"{path}/enroll")
    changed = learner.call("GET", path, headers={"If-None-Match": tag})
    assert changed.status_code == 200 and changed.headers["etag"] != tag


@pytest.mark.parametrize("search", ["gia dinh", "gia đình", "GIA ĐÌNH", "gia\u0300 đi\u0300nh", "dinh gia", "fam", "family",
                                    "greeting", "những bước đầu tiên", "buoc"])
def test_search_finds_the_course(learner, course, search):
    search = search.replace("gia\u0300", "gia")
    found = learner.call("GET", "/courses", params={"search": search, "level": "A1"})
    assert course["id"] in [item["id"] for item in found.json()["data"]], search
    assert found.json()["pagination"]["total"] >= 1


@pytest.mark.parametrize("search", ["quantum", "gia quantum", "'", "!&|", "gia:*", "\\", "' OR 1=1 --", "a/b", "<->", "%", "_"])
def test_search_takes_any_text(learner, search):
    reply = learner.call("GET", "/courses", params={"search": search})
    assert reply.status_code == 200, reply.text
    if "quantum" in search:
        assert reply.json()["data"] == []


def test_a_page_past_the_end_still_says_how_many_there_are(learner):
    total = learner.call("GET", "/courses").json()["pagination"]["total"]
    past = learner.call("GET", "/courses?page=100").json()
    assert past["data"] == [] and past["pagination"]["total"] == total
    assert learner.call("GET", "/courses?page=100&search=english").json()["data"] == []


def test_lessons_are_paged(learner, course):
    whole = learner.data("GET", f"/courses/{course['id']}/lessons")
    page = learner.call("GET", f"/courses/{course['id']}/lessons?page=2&page_size=5").json()
    assert page["data"] == whole[5:10] and page["pagination"]["total"] == len(whole) == course["total_lessons"]
    for bad in ("page=0", "page=-1", "page_size=101", "page=x", "page=99999999999999999999"):
        reply = learner.call("GET", f"/courses/{course['id']}/lessons?{bad}")
        assert reply.status_code == 422 and bad.split("=")[0] in fields_of(reply)


def test_what_is_not_there_is_404(learner):
    for path in (f"/courses/{uuid.uuid4()}", f"/courses/{uuid.uuid4()}/lessons", f"/lessons/{uuid.uuid4()}", "/lessons/x"):
        assert learner.call("GET", path).status_code == 404


def test_lists_are_served_by_indexes(service):
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        db.execute("SET enable_seqscan = off")
        plan = lambda sql: "\n".join(row[0] for row in db.execute("EXPLAIN " + sql).fetchall())
        assert "courses_listing" in plan("SELECT id FROM courses WHERE is_published ORDER BY level, title, id LIMIT 20")
        assert "courses_search" in plan("SELECT id FROM courses WHERE search @@ lexi_query('gia dinh')")
        assert "user_progress_lesson" in plan(f"SELECT user_id FROM user_progress WHERE lesson_id = '{uuid.uuid4()}' "
                                              "ORDER BY updated_at DESC, user_id LIMIT 20")
        assert "courses_author" in plan(f"SELECT id FROM courses WHERE author_id = '{uuid.uuid4()}' "
                                       "ORDER BY updated_at DESC, id LIMIT 20")
        assert "lesson_attempts_open" in plan(f"SELECT id FROM lesson_attempts WHERE user_id = '{uuid.uuid4()}' AND "
                                              f"lesson_id = '{uuid.uuid4()}' AND completed_at IS NULL AND abandoned_at IS NULL")
