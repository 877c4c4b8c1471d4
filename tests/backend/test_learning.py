"""Courses, lessons, words and streaks, as a learner goes through them."""
import datetime
import uuid
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

import harness
from conftest import fields_of, fresh_key


def take(learner, lesson, right_answer, wrong=0):
    """Answers every exercise, the first `wrong` of them wrongly; the attempt's id."""
    attempt = learner.data("POST", f"/lessons/{lesson['id']}/attempts")
    for i, exercise in enumerate(lesson["exercises"]):
        body = right_answer(exercise)
        if i < wrong:
            wrong_one = {"answer": "qqq"} if "answer" in body else {"pairs": {}} if "pairs" in body else {"score": 0}
            body = {**body, **wrong_one}
        result = learner.data("POST", f"/attempts/{attempt['id']}/answers", body)
        assert result["is_correct"] == (i >= wrong), (exercise, result)
    return attempt["id"]


def test_the_catalogue_lists_the_course_with_paging_and_filters(learner):
    shipped = harness.content_sizes()[0]
    reply = learner.call("GET", "/courses?page_size=1").json()
    assert reply["pagination"] == {"page": 1, "page_size": 1, "total": shipped, "total_pages": shipped}
    course = reply["data"][0]
    assert course["level"] == "A1" and course["total_lessons"] == 16 and course["estimated_minutes"] > 0
    assert course["is_enrolled"] is False and course["progress_percentage"] == 0
    assert learner.call("GET", "/courses?page=99").json()["pagination"]["total"] == shipped
    assert learner.data("GET", "/courses?page=99") == []
    assert len(learner.data("GET", "/courses?level=beginner&language=en&search=first")) == 1
    assert learner.data("GET", "/courses?level=C2") == []
    assert learner.data("GET", "/courses?search=quantum") == []


def test_a_course_shows_units_and_lessons_and_only_the_first_is_open(learner):
    course = learner.data("GET", f"/courses/{learner.data('GET', '/courses')[0]['id']}")
    assert [len(unit["lessons"]) for unit in course["units"]] == [4, 4, 4, 4]
    lessons = [lesson for unit in course["units"] for lesson in unit["lessons"]]
    assert [lesson["is_locked"] for lesson in lessons] == [False] + [True] * 15
    assert [lesson["order_index"] for lesson in lessons] == list(range(16))
    assert learner.data("GET", f"/courses/{course['id']}/lessons") == lessons


def test_enrolling_twice_is_enrolling_once(learner):
    course = learner.data("GET", "/courses")[0]["id"]
    first = learner.data("POST", f"/courses/{course}/enroll")
    assert learner.data("POST", f"/courses/{course}/enroll") == first
    assert learner.data("GET", "/courses")[0]["is_enrolled"] is True
    assert learner.call("POST", f"/courses/{uuid.uuid4()}/enroll").status_code == 404


def test_a_lesson_keeps_its_answers_on_the_server(learner, first_lesson):
    assert len(first_lesson["exercises"]) >= 7
    allowed = {"id", "kind", "prompt", "prompt_vi", "choices", "tokens", "lefts", "rights", "audio_text",
               "audio_token", "has_hint"}
    for exercise in first_lesson["exercises"]:
        assert set(exercise) <= allowed
        assert exercise["rights"] == sorted(exercise["rights"])
    assert first_lesson["content"]["theory_vi"] and first_lesson["content"]["dialogue"]


def test_the_servers_key_to_every_exercise_is_accepted(learner, right_answer):
    for course in learner.data("GET", "/courses"):
        for lesson in learner.data("GET", f"/courses/{course['id']}/lessons"):
            lesson = learner.data("GET", f"/lessons/{lesson['id']}")
            attempt = take(learner, lesson, right_answer)
            done = learner.data("POST", f"/progress/lessons/{lesson['id']}", {"attempt_id": attempt})
            assert (done["status"], done["score"]) == ("completed", 100)
    assert {course["progress_percentage"] for course in learner.data("GET", "/courses")} == {100}


def test_a_wrong_answer_shows_the_right_one_and_where_the_mistake_is(learner, first_lesson):
    attempt = learner.data("POST", f"/lessons/{first_lesson['id']}/attempts")
    exercise = next(e for e in first_lesson["exercises"] if e["kind"] == "error_spotting")
    result = learner.data("POST", f"/attempts/{attempt['id']}/answers",
                          {"exercise_id": exercise["id"], "answer": exercise["prompt"], "time_spent_ms": 1200})
    assert result["is_correct"] is False and result["correct_answer"] and result["explanation"]
    assert {piece["kind"] for piece in result["diff"]} - {"kept"}
    assert result["score"] == {"answered": 1, "correct": 0, "total": len(first_lesson["exercises"]), "percentage": 0,
                               "hints": 0}
    again = learner.call("POST", f"/attempts/{attempt['id']}/answers",
                         {"exercise_id": exercise["id"], "answer": "x"})
    assert again.status_code == 409


def test_answers_need_an_answer_and_an_exercise_of_the_lesson(learner, first_lesson):
    attempt = learner.data("POST", f"/lessons/{first_lesson['id']}/attempts")["id"]
    answer = lambda body: learner.call("POST", f"/attempts/{attempt}/answers", body)
    exercise = first_lesson["exercises"][0]["id"]
    assert "answer" in fields_of(answer({"exercise_id": exercise}))
    assert "exercise_id" in fields_of(answer({"exercise_id": str(uuid.uuid4()), "answer": "x"}))
    assert "exercise_id" in fields_of(answer({"exercise_id": "x", "answer": "x"}))
    assert "time_spent_ms" in fields_of(answer({"exercise_id": exercise, "answer": "x", "time_spent_ms": -1}))


def test_a_completed_lesson_pays_once_unlocks_the_next_and_starts_the_streak(learner, first_lesson, right_answer):
    lesson = first_lesson["id"]
    attempt = take(learner, first_lesson, right_answer)
    done = learner.data("POST", f"/progress/lessons/{lesson}", {"attempt_id": attempt, "time_spent_seconds": 300})
    assert (done["status"], done["score"], done["attempts"], done["xp_earned"]) == ("completed", 100, 1, 30)
    assert done["streak"] == {"current_streak": 1, "longest_streak": 1, "is_active_today": True}
    again = learner.data("POST", f"/progress/lessons/{lesson}", {"attempt_id": attempt})
    assert (again["attempts"], again["xp_earned"], again["score"]) == (1, 0, 100)
    second = take(learner, first_lesson, right_answer, wrong=2)
    better = learner.data("POST", f"/progress/lessons/{lesson}", {"attempt_id": second})
    assert (better["attempts"], better["xp_earned"], better["score"]) == (2, 0, 100), "the best score stays"
    course = learner.data("GET", "/courses")[0]["id"]
    lessons = learner.data("GET", f"/courses/{course}/lessons")
    assert (lessons[0]["is_completed"], lessons[0]["best_score"], lessons[1]["is_locked"]) == (True, 100, False)
    assert learner.data("GET", "/users/me")["xp"] == 30


def test_too_many_mistakes_do_not_complete_a_lesson(learner, first_lesson, right_answer):
    attempt = take(learner, first_lesson, right_answer, wrong=len(first_lesson["exercises"]) // 2 + 1)
    done = learner.data("POST", f"/progress/lessons/{first_lesson['id']}", {"attempt_id": attempt})
    assert done["status"] == "in_progress" and done["score"] < 60 and done["xp_earned"] == 0
    assert "completed_at" not in done


def test_a_score_cannot_be_claimed_for_a_lesson_with_exercises(learner, first_lesson):
    reply = learner.call("POST", f"/progress/lessons/{first_lesson['id']}", {"score": 100})
    assert reply.status_code == 422 and "attempt_id" in fields_of(reply)


def test_a_locked_lesson_cannot_be_begun(learner):
    course = learner.data("GET", "/courses")[0]["id"]
    locked = learner.data("GET", f"/courses/{course}/lessons")[1]["id"]
    assert learner.call("POST", f"/lessons/{locked}/attempts").status_code == 409
    assert learner.call("POST", f"/progress/lessons/{locked}", {"score": 100}).status_code == 409


def test_another_learners_things_are_not_there(learner, newcomer, first_lesson):
    other = newcomer()
    attempt = learner.data("POST", f"/lessons/{first_lesson['id']}/attempts")["id"]
    word = learner.data("POST", "/vocabulary", {"word": "mine", "translation": "của tôi"})
    exercise = first_lesson["exercises"][0]["id"]
    assert other.call("POST", f"/attempts/{attempt}/answers", {"exercise_id": exercise, "answer": "x"}).status_code == 404
    assert other.call("POST", f"/progress/lessons/{first_lesson['id']}", {"attempt_id": attempt}).status_code == 404
    assert other.call("POST", f"/vocabulary/{word['id']}/review", {"rating": "good"}).status_code == 404
    assert other.call("POST", "/vocabulary", {"vocabulary_id": word["vocabulary_id"]}).status_code == 404
    assert other.data("GET", "/vocabulary") == []


# --- words ----------------------------------------------------------------------------------------

def test_a_catalogue_word_is_added_listed_and_due(learner):
    found = learner.data("GET", "/vocabulary?scope=catalogue&search=breakfast&level=A1")
    word = next(w for w in found if w["word"] == "breakfast")
    assert "id" not in word and "schedule" not in word and word["pronunciation"].startswith("/")
    mine = learner.data("POST", "/vocabulary", {"vocabulary_id": word["vocabulary_id"]})
    assert mine["word"] == "breakfast" and mine["schedule"]["status"] == "learning"
    again = learner.call("POST", "/vocabulary", {"vocabulary_id": word["vocabulary_id"]})
    assert again.status_code == 409 and set(fields_of(again)) == {"vocabulary_id"}
    assert [w["id"] for w in learner.data("GET", "/vocabulary?status=learning")] == [mine["id"]]
    queue = learner.data("GET", "/vocabulary/review")
    assert [item["word"]["id"] for item in queue["items"]] == [mine["id"]]
    assert queue["counts"] == {"learning": 0, "review": 0, "fresh": 1}
    assert queue["items"][0]["previews"] == {"again": 60, "hard": 330, "good": 600, "easy": 8 * 86400}


def test_an_own_word_takes_the_dictionarys_pronunciation(learner):
    word = learner.data("POST", "/vocabulary", {"word": "Breakfast", "translation": "điểm tâm", "tags": ["food"]})
    assert word["pronunciation"].startswith("/") and word["tags"] == ["food"]
    assert learner.call("POST", "/vocabulary", {"word": "breakfast", "translation": "ĐIỂM TÂM"}).status_code == 409
    assert learner.call("POST", "/vocabulary", {"word": "breakfast", "translation": "bữa sáng"}).status_code == 201


@pytest.mark.parametrize("body, field", [
    ({}, "vocabulary_id"), ({"word": "x"}, "vocabulary_id"), ({"word": " ", "translation": "x"}, "word"),
    ({"word": "", "translation": "x"}, "word"), ({"vocabulary_id": "x"}, "vocabulary_id"),
    ({"word": "x", "translation": "y", "tags": ["", "a"]}, "tags[0]"),
    ({"word": "x" * 256, "translation": "y"}, "word")])
def test_a_word_that_cannot_be_added_names_the_field(learner, body, field):
    reply = learner.call("POST", "/vocabulary", body)
    assert reply.status_code == 422 and field in fields_of(reply), reply.text
    assert learner.data("GET", "/vocabulary") == []


def test_reviews_follow_fsrs(learner):
    card = learner.data("POST", "/vocabulary", {"word": "harbour", "translation": "bến cảng"})["id"]
    review = lambda body: learner.data("POST", f"/vocabulary/{card}/review", body)
    first = review({"rating": "good", "time_spent_ms": 2000})
    assert (first["interval_seconds"], first["interval_days"], first["xp_earned"]) == (600, 0, 2)
    assert first["word"]["schedule"]["stability"] == pytest.approx(2.3065)
    assert first["word"]["schedule"]["difficulty"] == pytest.approx(2.118104, abs=1e-6)
    second = review({"rating": "good"})
    assert second["interval_days"] == 2 and second["word"]["schedule"]["status"] == "reviewing"
    lapse = review({"quality": 1})
    assert lapse["interval_seconds"] == 600 and lapse["word"]["schedule"]["lapses"] == 1
    assert lapse["word"]["schedule"]["state"] == "relearning"
    stats = learner.data("GET", "/vocabulary/stats")
    assert (stats["total"], stats["reviews_total"], stats["reviews_today"]) == (1, 3, 3)
    assert learner.data("GET", "/users/me")["xp"] == 5


def test_sm2_sets_the_date_for_who_chose_it(learner):
    learner.data("PUT", "/users/me", {"settings": {"scheduler": "sm2"}})
    card = learner.data("POST", "/vocabulary", {"word": "anchor", "translation": "mỏ neo"})["id"]
    result = learner.data("POST", f"/vocabulary/{card}/review", {"rating": "easy"})
    assert result["interval_days"] == 1 and result["word"]["schedule"]["ease_factor"] == pytest.approx(2.6)
    assert result["word"]["schedule"]["stability"] == pytest.approx(8.2956)


def test_reviews_done_offline_count_for_their_day(learner):
    card = learner.data("POST", "/vocabulary", {"word": "pier", "translation": "cầu tàu"})["id"]
    ago = lambda **d: (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(**d)).isoformat()
    for days in (2, 1):
        learner.data("POST", f"/vocabulary/{card}/review", {"rating": "good", "reviewed_at": ago(days=days)})
    streak = learner.data("GET", "/streaks/me")
    assert streak["current_streak"] == 2 and streak["at_risk"] and not streak["is_active_today"]
    learner.data("POST", f"/vocabulary/{card}/review", {"rating": "good", "reviewed_at": ago(days=3)})
    assert learner.data("GET", "/streaks/me")["current_streak"] == 3, "a day that arrives late counts"
    for when, status in ((ago(days=-1), 409), (ago(days=31), 409), ("yesterday", 422)):
        reply = learner.call("POST", f"/vocabulary/{card}/review", {"rating": "good", "reviewed_at": when})
        assert reply.status_code == status and "reviewed_at" in fields_of(reply)


@pytest.mark.parametrize("body", [{}, {"rating": "perfect"}, {"rating": 3}, {"quality": 6}, {"quality": 2.5}])
def test_a_review_needs_one_known_answer(learner, body):
    card = learner.data("POST", "/vocabulary", {"word": "mast", "translation": "cột buồm"})["id"]
    assert learner.call("POST", f"/vocabulary/{card}/review", body).status_code == 422
    assert learner.data("GET", "/vocabulary/stats")["reviews_total"] == 0


def test_new_words_are_limited_a_day(learner):
    learner.data("PUT", "/users/me", {"settings": {"new_per_day": 2}})
    for i in range(4):
        learner.data("POST", "/vocabulary", {"word": f"word {i}", "translation": "từ"})
    queue = learner.data("GET", "/vocabulary/review")
    assert [item["word"]["word"] for item in queue["items"]] == ["word 0", "word 1"]
    learner.data("POST", f"/vocabulary/{queue['items'][0]['word']['id']}/review", {"rating": "easy"})
    queue = learner.data("GET", "/vocabulary/review")
    assert [item["word"]["word"] for item in queue["items"]] == ["word 1"]
    assert queue["next_due_at"] > datetime.datetime.now(datetime.timezone.utc).isoformat()[:19]


# --- streaks, activities, statistics -----------------------------------------------------------------

def test_checking_in_twice_counts_once(learner):
    first = learner.data("POST", "/streaks/checkin")
    assert (first["current_streak"], first["total_days_active"], first["xp_earned"]) == (1, 1, 5)
    second = learner.data("POST", "/streaks/checkin")
    assert (second["current_streak"], second["total_days_active"], second["xp_earned"]) == (1, 1, 0)
    shown = learner.data("GET", "/streaks/me")
    assert shown["is_active_today"] and shown["calendar"] == [first["last_activity_date"]]


def test_the_day_is_the_learners_own(learner):
    # 26 hours lie between these two: it is never the same day in both.
    learner.data("PUT", "/users/me", {"time_zone": "Etc/GMT+12"})
    west = learner.data("POST", "/streaks/checkin")["last_activity_date"]
    learner.data("PUT", "/users/me", {"time_zone": "Pacific/Kiritimati"})
    east = learner.data("POST", "/streaks/checkin")["last_activity_date"]
    assert east > west


def test_an_activity_of_the_other_service_counts(learner):
    done = learner.data("POST", "/progress/activities", {"activity_type": "ai_chat", "duration": 300})
    assert done["xp_earned"] == 5 and done["streak"]["current_streak"] == 1
    long = learner.data("POST", "/progress/activities", {"activity_type": "reading", "duration": 7200})
    assert long["xp_earned"] == 10
    old = {"activity_type": "ai_chat", "duration": 1, "occurred_at": "2020-01-01T00:00:00Z"}
    for body, status, field in (({"activity_type": "sleeping", "duration": 1}, 422, "activity_type"),
                                ({"activity_type": "ai_chat", "duration": -1}, 422, "duration"),
                                ({"activity_type": "ai_chat"}, 422, "duration"), (old, 409, "occurred_at")):
        reply = learner.call("POST", "/progress/activities", body)
        assert reply.status_code == status and field in fields_of(reply)
    overview = learner.data("GET", "/progress")
    assert overview["summary"]["total_xp"] == 15 and overview["summary"]["time_spent_seconds"] == 7500
    assert {item["kind"] for item in overview["recent_activity"]} == {"ai_chat", "reading"}


def test_the_statistics_add_up_to_the_ledger(service, learner, first_lesson, right_answer):
    attempt = take(learner, first_lesson, right_answer, wrong=1)
    learner.data("POST", f"/progress/lessons/{first_lesson['id']}", {"attempt_id": attempt})
    card = learner.data("POST", "/vocabulary", {"word": "sail", "translation": "buồm"})["id"]
    learner.data("POST", f"/vocabulary/{card}/review", {"rating": "easy"})
    learner.data("POST", "/streaks/checkin")
    stats = learner.data("GET", "/progress/stats?range=week")
    assert len(stats["days"]) == 7
    assert (stats["xp"], stats["lessons"], stats["reviews"], stats["words_known"]) == (27, 1, 1, 1)
    assert 0.8 < stats["accuracy"] < 1
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        (ledger,) = db.execute("SELECT sum(amount) FROM xp_events WHERE user_id = %s", [learner.user["id"]]).fetchone()
    assert ledger == stats["xp"] == learner.data("GET", "/users/me")["xp"]


# --- the same thing twice ------------------------------------------------------------------------

def test_a_key_replays_its_reply_and_takes_no_other_body(learner):
    key = fresh_key()
    body = {"word": "tide", "translation": "thuỷ triều"}
    first = learner.call("POST", "/vocabulary", body, key=key)
    again = learner.call("POST", "/vocabulary", body, key=key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json()["data"] == first.json()["data"]
    assert again.headers["location"] == first.headers["location"]
    other = learner.call("POST", "/vocabulary", {**body, "word": "ebb"}, key=key)
    assert other.status_code == 422 and "Idempotency-Key" in fields_of(other)
    assert len(learner.data("GET", "/vocabulary")) == 1


def test_a_refused_write_leaves_its_key_free(learner):
    key = fresh_key()
    assert learner.call("POST", "/vocabulary", {"word": "x"}, key=key).status_code == 422
    assert learner.call("POST", "/vocabulary", {"word": "x", "translation": "y"}, key=key).status_code == 201


def test_one_learners_key_is_nothing_to_another(learner, newcomer):
    key, body = fresh_key(), {"word": "gull", "translation": "mòng biển"}
    mine = learner.data("POST", "/vocabulary", body, key=key)
    assert newcomer().data("POST", "/vocabulary", body, key=key)["id"] != mine["id"]


def replies_settle(replies, success):
    """Every reply is the one effect, its replay, or 409 while it was in flight."""
    assert {r.status_code for r in replies} <= {success, 409}, [r.text for r in replies]
    done = [r.json()["data"] for r in replies if r.status_code == success]
    assert done and all(data == done[0] for data in done)


def test_the_same_review_at_once_counts_once(learner, at_once):
    card = learner.data("POST", "/vocabulary", {"word": "reef", "translation": "rạn san hô"})["id"]
    key = fresh_key()
    replies_settle(at_once(8, lambda _: learner.call("POST", f"/vocabulary/{card}/review", {"rating": "good"}, key=key)),
                   200)
    assert learner.data("GET", "/vocabulary/stats")["reviews_total"] == 1
    assert learner.data("GET", "/users/me")["xp"] == 2


def test_different_reviews_at_once_take_turns(learner, at_once):
    card = learner.data("POST", "/vocabulary", {"word": "bay", "translation": "vịnh"})["id"]
    replies = at_once(6, lambda _: learner.call("POST", f"/vocabulary/{card}/review", {"rating": "good"}))
    good = [r for r in replies if r.status_code == 200]
    assert {r.status_code for r in replies} <= {200, 409}  # 409: it began before the one that went first ended
    stats = learner.data("GET", "/vocabulary/stats")
    word = learner.data("GET", "/vocabulary")[0]
    assert stats["reviews_total"] == len(good) == word["schedule"]["review_count"] >= 1


def test_the_same_completion_at_once_pays_once(learner, first_lesson, right_answer, at_once):
    attempt = take(learner, first_lesson, right_answer)
    path = f"/progress/lessons/{first_lesson['id']}"
    replies = at_once(8, lambda _: learner.call("POST", path, {"attempt_id": attempt}))
    assert {r.status_code for r in replies} == {200}
    assert sorted(r.json()["data"]["xp_earned"] for r in replies) == [0] * 7 + [30]
    assert {r.json()["data"]["attempts"] for r in replies} == {1}
    assert learner.data("GET", "/users/me")["xp"] == 30


def test_check_ins_at_once_count_once(learner, at_once):
    replies = at_once(8, lambda _: learner.call("POST", "/streaks/checkin"))
    assert {r.status_code for r in replies} == {200}
    assert sorted(r.json()["data"]["xp_earned"] for r in replies) == [0] * 7 + [5]
    assert learner.data("GET", "/streaks/me")["total_days_active"] == 1


def test_everything_of_one_learner_at_once_does_not_wait_for_itself(learner):
    cards = [learner.data("POST", "/vocabulary", {"word": f"w{i}", "translation": "t"})["id"] for i in range(10)]
    with ThreadPoolExecutor(20) as pool:
        jobs = [pool.submit(learner.call, "POST", f"/vocabulary/{card}/review", {"rating": "good"}) for card in cards]
        jobs += [pool.submit(learner.call, "POST", "/streaks/checkin") for _ in range(5)]
        jobs += [pool.submit(learner.call, "POST", "/progress/activities", {"activity_type": "reading", "duration": 60})
                 for _ in range(5)]
        assert [job.result().status_code for job in jobs] == [200] * 20
    assert learner.data("GET", "/users/me")["xp"] == 10 * 2 + 5 + 5
