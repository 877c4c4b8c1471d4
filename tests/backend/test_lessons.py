"""The lesson player: attempts, answers, hints, stars, completion; two devices at once."""
import unicodedata
import uuid

import httpx
import psycopg
import pytest

from conftest import fields_of, fresh_key


def start(learner, lesson, **body):
    return learner.data("POST", f"/lessons/{lesson['id']}/attempts", body)


def answer(learner, attempt, body, **more):
    return learner.call("POST", f"/attempts/{attempt['id']}/answers", body, **more)


def exercise_of(lesson, kind):
    return next(e for e in lesson["exercises"] if e["kind"] == kind)


def finish(learner, lesson, right_answer, hints=0, wrong=0):
    """Does the whole lesson; the reply of its completion."""
    attempt = start(learner, lesson)
    for i, exercise in enumerate(attempt["exercises"]):
        if i < hints:
            learner.data("POST", f"/attempts/{attempt['id']}/hints", {"exercise_id": exercise["id"]})
        body = right_answer(exercise)
        if i < wrong:
            body = {**body, **({"answer": "qqq"} if "answer" in body else {"pairs": {}} if "pairs" in body else {"score": 1})}
        assert answer(learner, attempt, body).status_code == 200
    return learner.data("POST", f"/progress/lessons/{lesson['id']}", {"attempt_id": attempt["id"]})


# --- attempts -------------------------------------------------------------------------------------

def test_an_open_attempt_is_gone_on_with_on_another_device(learner, first_lesson, right_answer):
    first = start(learner, first_lesson)
    assert first["is_resumed"] is False and first["status"] == "open" and first["answered"] == []
    assert [e["id"] for e in first["exercises"]] == [e["id"] for e in first_lesson["exercises"]]
    done = right_answer(first["exercises"][0])
    assert answer(learner, first, done).json()["data"]["points"] == 100
    again = start(learner, first_lesson)
    assert (again["id"], again["is_resumed"]) == (first["id"], True)
    assert again["answered"] == [{"exercise_id": done["exercise_id"], "is_correct": True, "points": 100}]
    assert again["score"]["answered"] == 1
    assert learner.data("GET", f"/attempts/{first['id']}")["answered"] == again["answered"]


def test_starting_anew_gives_the_open_attempt_up(learner, first_lesson, right_answer):
    first = start(learner, first_lesson)
    second = start(learner, first_lesson, restart=True)
    assert second["id"] != first["id"] and second["is_resumed"] is False
    assert learner.data("GET", f"/attempts/{first['id']}")["status"] == "abandoned"
    assert answer(learner, first, right_answer(first["exercises"][0])).status_code == 409
    path = f"/progress/lessons/{first_lesson['id']}"
    assert learner.call("POST", path, {"attempt_id": first["id"]}).status_code == 409


def test_a_started_attempt_says_where_it_is(learner, first_lesson):
    reply = learner.call("POST", f"/lessons/{first_lesson['id']}/attempts")
    assert reply.status_code == 201
    assert learner.call("GET", reply.headers["location"].removeprefix("/api/v1")).status_code == 200


def test_attempts_at_once_are_one_attempt(learner, first_lesson, at_once):
    replies = at_once(8, lambda _: learner.call("POST", f"/lessons/{first_lesson['id']}/attempts"))
    assert {r.status_code for r in replies} == {201}
    assert len({r.json()["data"]["id"] for r in replies}) == 1


def test_anothers_attempt_is_not_there(learner, newcomer, first_lesson, right_answer):
    attempt, other = start(learner, first_lesson), newcomer()
    exercise = attempt["exercises"][0]
    assert other.call("GET", f"/attempts/{attempt['id']}").status_code == 404
    assert answer(other, attempt, right_answer(exercise)).status_code == 404
    assert other.call("POST", f"/attempts/{attempt['id']}/hints", {"exercise_id": exercise["id"]}).status_code == 404
    assert other.call("GET", "/attempts/nonsense").status_code == 404


# --- answers --------------------------------------------------------------------------------------

def test_an_answer_shows_its_difference_with_spans(learner, first_lesson):
    attempt, exercise = start(learner, first_lesson), exercise_of(first_lesson, "error_spotting")
    result = answer(learner, attempt, {"exercise_id": exercise["id"], "answer": exercise["prompt"]}).json()["data"]
    wrong = [piece for piece in result["diff"] if piece["kind"] != "kept"]
    assert wrong and all(0 <= piece["start"] <= piece["end"] <= len(exercise["prompt"]) for piece in wrong)
    for piece in result["diff"]:
        if piece["kind"] in ("kept", "replaced", "extra"):
            assert exercise["prompt"][piece["start"]:piece["end"]].split() == piece["text"].split()


def test_missing_vietnamese_marks_are_told_apart(learner, right_answer):
    course = learner.data("GET", "/courses?level=A1")[0]
    lesson = learner.data("GET", f"/lessons/{learner.data('GET', '/courses/%s/lessons' % course['id'])[0]['id']}")
    attempt, exercise = start(learner, lesson), exercise_of(lesson, "translate_to_vi")
    plain = "".join(letter for letter in unicodedata.normalize("NFD", right_answer(exercise)["answer"])
                    if not unicodedata.combining(letter)).replace("đ", "d").replace("Đ", "D")
    result = answer(learner, attempt, {"exercise_id": exercise["id"], "answer": plain}).json()["data"]
    assert (result["is_correct"], result["missing_diacritics"]) == (False, True)
    assert "diacritics" in {piece["kind"] for piece in result["diff"]}


def test_speaking_takes_the_clients_score_and_says_so(service, learner, newcomer, first_lesson):
    exercise = exercise_of(first_lesson, "speaking")
    for score, passes in ((60, True), (59, False)):
        who = newcomer()
        attempt = start(who, first_lesson)
        body = {"exercise_id": exercise["id"], "score": score, "analysis_id": uuid.uuid4().hex[:24]}
        result = answer(who, attempt, body).json()["data"]
        assert (result["is_correct"], result["is_client_reported"]) == (passes, True)
    attempt = start(learner, first_lesson)
    reply = lambda **body: answer(learner, attempt, {"exercise_id": exercise["id"], **body})
    assert "score" in fields_of(reply(answer="hello"))
    assert "analysis_id" in fields_of(reply(score=80))
    assert "score" in fields_of(reply(score=101, analysis_id="x"))
    assert "analysis_id" in fields_of(reply(score=80, analysis_id="no spaces please"))
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        rows = db.execute("SELECT client_score, analysis_id IS NOT NULL FROM attempt_answers WHERE client_score = 59").fetchall()
    assert (59, True) in rows


def test_the_same_exercise_answered_by_two_devices_counts_once(service, learner, first_lesson, right_answer, at_once):
    attempt = start(learner, first_lesson)
    body = right_answer(attempt["exercises"][0])
    replies = at_once(8, lambda _: answer(learner, attempt, body))
    assert sorted(r.status_code for r in replies) == [200] + [409] * 7
    assert learner.data("GET", f"/attempts/{attempt['id']}")["score"]["answered"] == 1
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        (answers,) = db.execute("SELECT answers FROM learner_totals WHERE user_id = %s", [learner.user["id"]]).fetchone()
    assert answers == 1


def test_an_answer_with_a_key_is_replayed(learner, first_lesson, right_answer):
    attempt, key = start(learner, first_lesson), fresh_key()
    body = right_answer(attempt["exercises"][0])
    first, again = (answer(learner, attempt, body, key=key) for _ in range(2))
    assert first.status_code == again.status_code == 200 and first.json()["data"] == again.json()["data"]


def test_a_hostile_answer_is_graded_quickly(learner, first_lesson):
    attempt, exercise = start(learner, first_lesson), exercise_of(first_lesson, "translate_to_vi")
    for text in ("a " * 1000, "x" * 2000, "he's " * 400, "e\u0301" * 1000):
        reply = learner.call("POST", f"/attempts/{start(learner, first_lesson, restart=True)['id']}/answers",
                             {"exercise_id": exercise["id"], "answer": text})
        assert reply.status_code == 200 and reply.json()["data"]["is_correct"] is False
        assert reply.elapsed.total_seconds() < 2


def test_answers_never_leave_before_they_are_given(service, learner, first_lesson):
    attempt = start(learner, first_lesson)
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        keys = dict(db.execute("SELECT id::text, answer FROM exercises WHERE kind IN "
                               "('cloze', 'translate_to_en', 'translate_to_vi', 'error_spotting')").fetchall())
    for view in (first_lesson, attempt, learner.data("GET", f"/attempts/{attempt['id']}")):
        for exercise in view["exercises"]:
            assert not {"answer", "alternatives", "pairs", "explanation_vi", "hint_vi"} & set(exercise)
            if len(keys.get(exercise["id"], "")) > 3:
                assert keys[exercise["id"]] not in str(exercise)


def test_what_is_heard_leaves_as_a_token_that_changes_on_the_hour(learner, newcomer, first_lesson):
    for exercise in first_lesson["exercises"]:
        assert ("audio_text" in exercise) == (exercise["kind"] == "speaking")
        assert ("audio_token" in exercise) == (exercise["kind"] in ("listening", "dictation"))
    tokens = lambda lesson: [e.get("audio_token") for e in lesson["exercises"]]
    path = f"/lessons/{first_lesson['id']}"
    assert any(tokens(first_lesson)) and tokens(learner.data("GET", path)) in (tokens(first_lesson), tokens(learner.data("GET", path)))
    assert not set(filter(None, tokens(first_lesson))) & set(tokens(newcomer().data("GET", path))), "another learner's are others"


# --- hints and stars ------------------------------------------------------------------------------

def test_a_hint_halves_the_points_and_counts_once(learner, first_lesson, right_answer):
    attempt = start(learner, first_lesson)
    exercise = exercise_of(attempt, "multiple_choice")
    ask = lambda: learner.call("POST", f"/attempts/{attempt['id']}/hints", {"exercise_id": exercise["id"]})
    hint = ask().json()["data"]
    assert hint["points"] == 50 and hint["eliminated"]
    right = right_answer(exercise)
    assert right["answer"] not in hint["eliminated"]
    assert ask().json()["data"] == hint
    assert learner.data("GET", f"/attempts/{attempt['id']}")["hinted"] == [exercise["id"]]
    result = answer(learner, attempt, right).json()["data"]
    assert (result["points"], result["score"]["hints"]) == (50, 1)
    assert ask().status_code == 409, "answered already"


def test_hints_name_what_they_cannot_find(learner, first_lesson):
    attempt = start(learner, first_lesson)
    ask = lambda body: learner.call("POST", f"/attempts/{attempt['id']}/hints", body)
    assert "exercise_id" in fields_of(ask({}))
    assert "exercise_id" in fields_of(ask({"exercise_id": "x"}))
    assert "exercise_id" in fields_of(ask({"exercise_id": str(uuid.uuid4())}))
    speaking = exercise_of(first_lesson, "speaking")
    assert speaking["has_hint"] is False and ask({"exercise_id": speaking["id"]}).status_code == 409


def test_stars_want_a_good_score_and_no_hints(learner, newcomer, first_lesson, right_answer):
    assert finish(learner, first_lesson, right_answer)["stars"] == 3
    assert finish(learner, first_lesson, right_answer, wrong=2)["stars"] == 3, "the most stars stay"
    other = newcomer()
    hinted = finish(other, first_lesson, right_answer, hints=1)
    assert hinted["stars"] == 2 and 90 <= hinted["score"] < 100
    lessons = other.data("GET", f"/courses/{first_lesson['course_id']}/lessons")
    assert (lessons[0]["stars"], lessons[0]["best_score"]) == (2, hinted["score"])
    assert other.data("GET", f"/courses/{first_lesson['course_id']}")["stars"] == 2
    assert other.data("GET", f"/lessons/{first_lesson['id']}")["stars"] == 2
    assert finish(newcomer(), first_lesson, right_answer, wrong=len(first_lesson["exercises"]) - 1)["stars"] == 0


# --- completion -----------------------------------------------------------------------------------

@pytest.mark.parametrize("with_key", [True, False])
def test_the_same_lesson_completed_twice_at_once_pays_once(service, learner, first_lesson, right_answer, at_once, with_key):
    attempt = start(learner, first_lesson)
    for exercise in attempt["exercises"]:
        answer(learner, attempt, right_answer(exercise))
    key = fresh_key() if with_key else None
    replies = at_once(8, lambda _: learner.call("POST", f"/progress/lessons/{first_lesson['id']}",
                                                {"attempt_id": attempt["id"], "time_spent_seconds": 60}, key=key))
    assert {r.status_code for r in replies} <= ({200, 409} if with_key else {200})
    done = [r.json()["data"] for r in replies if r.status_code == 200]
    assert {row["attempts"] for row in done} == {1} and {row["time_spent_seconds"] for row in done} == {60}
    if not with_key:
        assert sorted(bool(row["xp_earned"]) for row in done) == [False] * 7 + [True]
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        ledger = db.execute("SELECT count(*) FROM xp_events WHERE user_id = %s AND source LIKE 'lesson%%'",
                            [learner.user["id"]]).fetchone()
        totals = db.execute("SELECT lessons, perfect_lessons, seconds FROM learner_totals WHERE user_id = %s",
                            [learner.user["id"]]).fetchone()
    assert ledger == (2,) and totals == (1, 1, 60)


def test_two_attempts_are_never_open_at_once_even_when_restarted_at_once(service, learner, first_lesson, at_once):
    replies = at_once(6, lambda _: learner.call("POST", f"/lessons/{first_lesson['id']}/attempts", {"restart": True}))
    assert {r.status_code for r in replies} == {201}
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        (open_now,) = db.execute("SELECT count(*) FROM lesson_attempts WHERE user_id = %s AND completed_at IS NULL "
                                 "AND abandoned_at IS NULL", [learner.user["id"]]).fetchone()
    assert open_now == 1


def test_saving_time_only_keeps_the_attempt_open(learner, first_lesson):
    attempt = start(learner, first_lesson)
    row = learner.data("POST", f"/progress/lessons/{first_lesson['id']}",
                       {"status": "in_progress", "time_spent_seconds": 30})
    assert (row["status"], row["time_spent_seconds"], row["attempts"]) == ("in_progress", 30, 0)
    assert start(learner, first_lesson)["id"] == attempt["id"]


def test_the_last_lesson_completes_the_course_once(service, learner, right_answer):
    course = learner.data("GET", "/courses?level=A1")[0]
    lessons = learner.data("GET", f"/courses/{course['id']}/lessons")
    for i, item in enumerate(lessons):
        row = finish(learner, learner.data("GET", f"/lessons/{item['id']}"), right_answer)
        assert row["is_course_completed"] is (i == len(lessons) - 1)
    again = finish(learner, learner.data("GET", f"/lessons/{lessons[-1]['id']}"), right_answer)
    assert again["is_course_completed"] is False
    shown = learner.data("GET", f"/courses/{course['id']}")
    assert shown["is_completed"] and shown["progress_percentage"] == 100 and shown["stars"] == 3 * len(lessons)
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        (courses,) = db.execute("SELECT courses FROM learner_totals WHERE user_id = %s", [learner.user["id"]]).fetchone()
    assert courses == 1
