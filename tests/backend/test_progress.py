"""Days, streaks, achievements, goals and the leaderboard, and that every sum is that of its rows."""
import datetime
import random
import subprocess

import psycopg
import pytest

from conftest import fields_of, fresh_key


def ago(**delta):
    return (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(**delta)).isoformat()


def was_active(learner, *days_ago, duration=60):
    """Something done offline on each of these days, in this order; one XP a minute."""
    for days in days_ago:
        learner.data("POST", "/progress/activities",
                     {"activity_type": "reading", "duration": duration, "occurred_at": ago(days=days)})


def codes(reply):
    return {item["code"] for item in reply["achievements_unlocked"]}


def ask(service, query, *values):
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        return db.execute(query, values).fetchall()


def change(service, query, *values):
    with psycopg.connect(service.environment["DATABASE_URL"]) as db:
        db.execute(query, values)


def check(service):
    """The verb: (exit status, what it printed)."""
    done = subprocess.run([service.binary, "check"], env=service.environment, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr


# --- streaks ----------------------------------------------------------------------------------------

def test_seven_days_earn_a_freeze_and_a_missed_day_spends_it(learner):
    was_active(learner, *range(8, 1, -1))
    streak = learner.data("GET", "/streaks/me")
    assert (streak["current_streak"], streak["freezes"], streak["at_risk"]) == (7, 0, True), "yesterday is saved"
    checked = learner.data("POST", "/streaks/checkin")
    assert (checked["current_streak"], checked["longest_streak"], checked["total_days_active"]) == (8, 8, 8)


def test_late_days_in_any_order_give_the_same_streak_points_and_days(newcomer):
    days = [d for d in range(1, 29) if d not in (5, 14, 15)]
    seen = []
    for seed in range(3):
        learner, order = newcomer(), days[:]
        random.Random(seed).shuffle(order)
        sent = [(fresh_key(), {"activity_type": "reading", "duration": 120, "occurred_at": ago(days=d)}) for d in order]
        for _ in range(2):  # and everything once more, as a client does that had no answer
            for key, body in sent:
                learner.data("POST", "/progress/activities", body, key=key)
        streak = learner.data("GET", "/streaks/me?days=60")
        stats = learner.data("GET", "/progress/stats?range=month")
        mine = learner.data("GET", "/achievements/me")
        seen.append((streak, stats["days"], stats["xp"], learner.data("GET", "/users/me")["xp"],
                     {i["achievement"]["code"] for i in mine["items"] if "unlocked_at" in i}))
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0][0]["calendar"]) == 25


def test_a_lost_streak_is_repaired_once(learner, at_once):
    was_active(learner, 5, 4, 3)  # two days ago nothing, yesterday nothing
    lost = learner.data("GET", "/streaks/me")
    assert (lost["current_streak"], lost["can_repair"]) == (0, True)
    replies = at_once(6, lambda _: learner.call("POST", "/streaks/repair"))
    assert sorted(r.status_code for r in replies) == [200] + [409] * 5
    streak = learner.data("GET", "/streaks/me")
    assert (streak["current_streak"], streak["can_repair"], streak["total_days_active"]) == (3, False, 3)
    assert learner.data("POST", "/streaks/checkin")["current_streak"] == 4


def test_what_was_not_lost_or_long_ago_cannot_be_repaired(newcomer):
    nobody, old = newcomer(), newcomer()
    was_active(old, 9, 8, 7)
    for learner in (nobody, old):
        assert learner.data("GET", "/streaks/me")["can_repair"] is False
        assert learner.call("POST", "/streaks/repair").status_code == 409


def test_a_repair_is_possible_again_only_after_a_month(service, learner):
    was_active(learner, 3, 2)
    change(service, "INSERT INTO streak_excused VALUES (%s, now()::date - 10, 'repair', now())", learner.user["id"])
    assert learner.data("GET", "/streaks/me")["can_repair"] is False
    assert "30 days" in learner.call("POST", "/streaks/repair").json()["detail"]


def test_a_repair_under_a_key_is_replayed(learner):
    was_active(learner, 3, 2)
    key = fresh_key()
    first = learner.data("POST", "/streaks/repair", key=key)
    assert learner.data("POST", "/streaks/repair", key=key) == first


@pytest.mark.parametrize("days", ["0", "367", "x", "-1", "99999999999999999999"])
def test_the_calendar_is_bounded(learner, days):
    reply = learner.call("GET", f"/streaks/me?days={days}")
    assert reply.status_code == 422 and "days" in fields_of(reply)


def test_travelling_east_loses_no_day_and_west_counts_none_twice(learner):
    zone = lambda name: learner.data("PUT", "/users/me", {"time_zone": name})
    check_in = lambda: learner.data("POST", "/streaks/checkin")
    zone("Etc/GMT+12")
    first = check_in()
    zone("Pacific/Kiritimati")  # 26 hours ahead: one or two days later on the calendar
    second = check_in()
    assert second["last_activity_date"] > first["last_activity_date"]
    assert (second["current_streak"], second["total_days_active"]) == (2, 2), "a skipped day is not a missed day"
    zone("Etc/GMT+12")
    back = check_in()
    assert back["last_activity_date"] == second["last_activity_date"], "no day comes a second time"
    assert (back["current_streak"], back["total_days_active"], back["xp_earned"]) == (2, 2, 0)
    for name in ("Pacific/Kiritimati", "Asia/Tokyo", "Etc/GMT+12") * 10:
        zone(name)
    assert check_in()["total_days_active"] == 2


# --- achievements -------------------------------------------------------------------------------------

def test_an_achievement_is_unlocked_once_by_whichever_device_gets_there(service, learner, at_once):
    was_active(learner, *[0] * 9, duration=600)  # 90 XP
    body = {"activity_type": "reading", "duration": 600}
    replies = at_once(8, lambda _: learner.data("POST", "/progress/activities", body))
    assert sum("xp-100" in codes(reply) for reply in replies) == 1
    ledger = ask(service, "SELECT amount FROM xp_events WHERE user_id = %s AND source = 'achievement:xp-100'",
                 learner.user["id"])
    assert ledger == [(10,)]
    assert learner.data("GET", "/users/me")["xp"] >= 180


def test_a_first_lesson_and_a_streak_are_told_in_the_reply(learner):
    was_active(learner, 1, 2)
    assert "streak-3" in codes(learner.data("POST", "/streaks/checkin"))
    assert codes(learner.data("POST", "/streaks/checkin")) == set()


def test_hidden_achievements_are_masked_until_they_are_unlocked(service, learner):
    definitions = learner.data("GET", "/achievements")
    assert len(definitions) >= 30
    hidden = [d for d in definitions if d["hidden"]]
    assert hidden and all("metric" not in d and d["code"].startswith("hidden-") for d in hidden)
    change(service, "INSERT INTO user_achievements VALUES (%s, 'day-400')", learner.user["id"])
    assert any(d["code"] == "day-400" and d["threshold"] == 400 for d in learner.data("GET", "/achievements"))


def test_progress_towards_achievements_is_shown(learner):
    was_active(learner, 0, duration=600)
    mine = learner.data("GET", "/achievements/me")
    items = {i["achievement"]["code"]: i for i in mine["items"]}
    assert items["xp-100"]["progress"] == 10 and items["time-5h"]["progress"] == 600
    assert items["days-50"]["progress"] == 1 and "unlocked_at" not in items["days-50"]
    assert mine["total"] == len(mine["items"]) >= 30 and mine["unlocked"] == 0


# --- statistics -----------------------------------------------------------------------------------------

def test_statistics_of_each_range(learner):
    was_active(learner, 0, 3, 20, duration=600)
    sizes = {"week": 7, "month": 30, "quarter": 90, "year": 365, "all": 365}
    for name, size in sizes.items():
        stats = learner.data("GET", f"/progress/stats?range={name}")
        assert len(stats["days"]) == size
        assert stats["minutes"] == (20 if name == "week" else 30) and stats["xp"] == stats["minutes"]
        assert stats["time_by_skill"] == [{"skill": "reading", "seconds": 60 * stats["minutes"]}]
        assert sum(day["minutes"] for day in stats["days"]) == stats["minutes"]
        assert "accuracy" not in stats and "retention" not in stats
    assert "range" in fields_of(learner.call("GET", "/progress/stats?range=decade"))


def test_retention_is_that_of_due_words(learner):
    card = learner.data("POST", "/vocabulary", {"word": "keel", "translation": "sống tàu"})["id"]
    for rating in ("easy", "good", "again"):
        learner.data("POST", f"/vocabulary/{card}/review", {"rating": rating, "time_spent_ms": 2600})
    stats = learner.data("GET", "/progress/stats?range=week")
    assert (stats["reviews"], stats["retention"], stats["words_added"]) == (3, 0.5, 1)
    assert stats["time_by_skill"] == [{"skill": "vocabulary", "seconds": 9}]


# --- goals ----------------------------------------------------------------------------------------------

def test_the_weekly_goal_is_a_weeks_worth_of_the_daily_one_until_it_is_set(learner):
    goal = learner.data("GET", "/goals/weekly")
    assert (goal["kind"], goal["target"], goal["progress"], goal["is_reached"]) == ("xp", 210, 0, False)
    assert datetime.date.fromisoformat(goal["week"]).weekday() == 0 and 1 <= goal["days_left"] <= 7
    learner.data("POST", "/progress/activities", {"activity_type": "reading", "duration": 900})
    assert learner.data("PUT", "/goals/weekly", {"kind": "minutes", "target": 10})["progress"] == 15
    goal = learner.data("GET", "/goals/weekly")
    assert (goal["kind"], goal["percentage"], goal["is_reached"]) == ("minutes", 100, True)


@pytest.mark.parametrize("body, field", [
    ({"kind": "naps", "target": 1}, "kind"), ({"kind": "xp", "target": 0}, "target"), ({"kind": "xp"}, "target"),
    ({"kind": "xp", "target": 1e30}, "target"), ({"kind": "xp", "target": 5, "x": 1}, "x")])
def test_a_goal_that_cannot_be_set_names_the_field(learner, body, field):
    reply = learner.call("PUT", "/goals/weekly", body)
    assert reply.status_code == 422 and field in fields_of(reply)
    assert learner.data("GET", "/goals/weekly")["target"] == 210


# --- the leaderboard ----------------------------------------------------------------------------------

@pytest.fixture
def league(service, newcomer):
    """Seven learners of whom each has more points than the one before, in an otherwise empty week."""
    change(service, "UPDATE learner_weeks SET is_shown = false")
    learners = [newcomer() for _ in range(7)]
    for i, learner in enumerate(learners):
        learner.data("PUT", "/users/me", {"display_name": f"Người học {i}"})
        learner.data("POST", "/progress/activities", {"activity_type": "reading", "duration": 60 * (i + 1)})
    return learners


def test_the_leaderboard_ranks_and_shows_neighbours(league):
    board = league[2].data("GET", "/leaderboard?limit=3")
    assert [(e["rank"], e["display_name"], e["xp"]) for e in board["top"]] == [
        (1, "Người học 6", 7), (2, "Người học 5", 6), (3, "Người học 4", 5)]
    assert (board["me"]["rank"], board["me"]["xp"], board["me"]["is_me"]) == (5, 3, True)
    assert [e["rank"] for e in board["neighbours"]] == [3, 4, 5, 6, 7]
    assert set(board["top"][0]) == {"rank", "display_name", "xp", "is_me"}, "nothing else of others"
    assert [e["rank"] for e in league[6].data("GET", "/leaderboard")["neighbours"]] == [1, 2, 3]


def test_who_leaves_the_leaderboard_is_not_shown_and_sees_nobody(league):
    league[6].data("PUT", "/users/me", {"settings": {"leaderboard": False}})
    board = league[6].data("GET", "/leaderboard")
    assert board["takes_part"] is False and board["top"] == [] == board["neighbours"] and "me" not in board
    league[6].data("POST", "/progress/activities", {"activity_type": "reading", "duration": 600})
    names = [e["display_name"] for e in league[0].data("GET", "/leaderboard")["top"]]
    assert names[0] == "Người học 5" and "Người học 6" not in names
    league[6].data("PUT", "/users/me", {"settings": {"leaderboard": True}})
    assert league[0].data("GET", "/leaderboard")["top"][0]["display_name"] == "Người học 6"


def test_who_has_earned_nothing_is_not_ranked(learner):
    board = learner.data("GET", "/leaderboard?week=previous")
    assert "me" not in board and board["neighbours"] == []
    for query, field in (("limit=0", "limit"), ("limit=101", "limit"), ("week=never", "week")):
        assert field in fields_of(learner.call("GET", f"/leaderboard?{query}"))


# --- the sums -----------------------------------------------------------------------------------------

def test_check_finds_what_was_planted_and_nothing_else(service, newcomer, at_once):
    learner = newcomer()
    card = learner.data("POST", "/vocabulary", {"word": "rope", "translation": "dây"})["id"]

    def deeds(i):
        learner.call("POST", f"/vocabulary/{card}/review", {"rating": "good", "time_spent_ms": 1500})
        was_active(learner, i % 5, duration=90)
        learner.call("POST", "/streaks/checkin")

    at_once(8, deeds)
    status, said = check(service)
    assert status == 0 and said.endswith("0 discrepancies\n"), said
    me = learner.user["id"]
    for plant, undo, named in (
            ("UPDATE users SET xp = xp + 1 WHERE id = %s", "UPDATE users SET xp = xp - 1 WHERE id = %s", "users.xp"),
            ("UPDATE learner_days SET seconds = seconds + 1 WHERE user_id = %s",
             "UPDATE learner_days SET seconds = seconds - 1 WHERE user_id = %s", "learner_days.seconds"),
            ("UPDATE learner_totals SET reviews = reviews + 1 WHERE user_id = %s",
             "UPDATE learner_totals SET reviews = reviews - 1 WHERE user_id = %s", "learner_totals.reviews"),
            ("UPDATE streaks SET longest_streak = longest_streak + 1 WHERE user_id = %s",
             "UPDATE streaks SET longest_streak = longest_streak - 1 WHERE user_id = %s", "streak of")):
        change(service, plant, me)
        status, said = check(service)
        assert status == 1 and named in said and me in said
        change(service, undo, me)
    assert check(service)[0] == 0


def test_a_course_that_is_completed_pays_once(service, learner):
    course = learner.data("GET", "/courses")[0]["id"]
    lessons = [lesson["id"] for lesson in learner.data("GET", f"/courses/{course}/lessons")]
    for lesson in lessons[:-1]:
        change(service, """INSERT INTO user_progress (user_id, lesson_id, course_id, status, completed_at)
                           VALUES (%s, %s, %s, 'completed', now())""", learner.user["id"], lesson, course)
    change(service, """INSERT INTO lesson_attempts (user_id, lesson_id, total_exercises, answered, correct, points)
                       VALUES (%s, %s, 1, 1, 1, 100)""",
           learner.user["id"], lessons[-1])
    ((attempt,),) = ask(service, "SELECT id FROM lesson_attempts WHERE user_id = %s", learner.user["id"])
    ((exercise,),) = ask(service, "SELECT id FROM exercises WHERE lesson_id = %s LIMIT 1", lessons[-1])
    change(service, """INSERT INTO attempt_answers (user_id, attempt_id, exercise_id, answer, is_correct, has_typo, points,
                                                    time_spent_ms, day)
                       VALUES (%s, %s, %s, 'x', true, false, 100, 0, now()::date)""",
           learner.user["id"], attempt, exercise)
    done = learner.data("POST", f"/progress/lessons/{lessons[-1]}", {"attempt_id": str(attempt)})
    assert done["xp_earned"] == 20 + 10 + 50 and {"course-1", "first-steps", "perfect-1"} <= codes(done)
    assert learner.data("GET", "/progress")["summary"]["lessons_completed"] == 1
    change(service, "DELETE FROM attempt_answers WHERE user_id = %s", learner.user["id"])  # they had no deed
