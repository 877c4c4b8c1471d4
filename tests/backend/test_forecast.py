"""The days ahead: what the schedule holds, and what another retention or pace would mean."""
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest

from conftest import fields_of


@pytest.fixture
def deck(service, learner):
    """A learner with 40 words met before (2 overdue, 3 due today, then one a day) and 7 new ones."""
    words = ", ".join(f"('{learner.user['id']}', 'word{i}', 'từ {i}')" for i in range(47))
    with psycopg.connect(service.environment["DATABASE_URL"], autocommit=True) as db:
        ids = [row[0] for row in db.execute(
            f"INSERT INTO vocabulary (owner_id, word, translation) VALUES {words} RETURNING id")]
        for i, word in enumerate(ids):
            if i >= 40:
                db.execute("INSERT INTO user_vocabulary (user_id, vocabulary_id) VALUES (%s, %s)",
                           (learner.user["id"], word))
                continue
            days = -3 if i < 2 else 0 if i < 5 else i - 4
            db.execute("""INSERT INTO user_vocabulary (user_id, vocabulary_id, state, stability, difficulty, status,
                              interval_days, review_count, next_review_at, last_review_at)
                          VALUES (%s, %s, 2, 20, 5, 'reviewing', 20, 3, now() + %s * interval '1 day',
                              now() + (%s - 20) * interval '1 day')""", (learner.user["id"], word, days, days))
    return learner


def test_the_forecast_of_nothing_is_nothing(learner):
    view = learner.data("GET", "/vocabulary/forecast?days=7")
    assert len(view["days"]) == 7 and view["overdue"] == view["fresh"] == 0
    assert all(day["due"] == day["reviews"] == day["new_words"] == 0 for day in view["days"])


def test_the_forecast_counts_the_schedule_by_the_learners_days(deck):
    view = deck.data("GET", "/vocabulary/forecast?days=90")
    today = (datetime.now(ZoneInfo(deck.user["time_zone"])) - timedelta(hours=4)).date()
    assert [day["day"] for day in view["days"]] == [str(today + timedelta(days=i)) for i in range(90)]
    assert (view["overdue"], view["fresh"]) == (2, 7)
    assert view["days"][0]["due"] == 5
    assert [day["due"] for day in view["days"][1:36]] == [1] * 35
    assert sum(day["due"] for day in view["days"]) == 40
    assert sum(day["new_words"] for day in view["days"]) == 7
    assert sum(day["reviews"] for day in view["days"]) > 40  # words come back


def test_the_forecast_knows_a_zone_by_its_other_name(deck):
    """Browsers in Việt Nam say Asia/Saigon; PostgreSQL does not know it where old names are not installed."""
    by_name = deck.data("GET", "/vocabulary/forecast?days=14")
    deck.data("PUT", "/users/me", {"time_zone": "Asia/Ho_Chi_Minh"})
    assert deck.data("PUT", "/users/me", {"time_zone": "Asia/Saigon"})["time_zone"] == "Asia/Saigon"
    assert sum(day["due"] for day in deck.data("GET", "/vocabulary/forecast?days=14")["days"]) == \
        sum(day["due"] for day in by_name["days"])


def test_a_higher_retention_costs_more_reviews_and_keeps_more_words(deck):
    views = [deck.data("GET", f"/vocabulary/simulate?retention={r}&new_per_day=10&days=120") for r in (0.75, 0.85, 0.95)]
    assert views[0]["reviews"] < views[1]["reviews"] < views[2]["reviews"]
    assert views[0]["known_words"] < views[2]["known_words"]
    assert all(len(view["days"]) == 120 for view in views)
    assert all(sum(day["new_words"] for day in view["days"]) == 1200 for view in views)
    again = deck.data("GET", "/vocabulary/simulate?retention=0.85&new_per_day=10&days=120")
    assert again == views[1]


def test_a_simulation_begins_with_the_learners_settings(deck):
    deck.data("PUT", "/users/me", {"settings": {"desired_retention": 0.8, "new_per_day": 3}})
    view = deck.data("GET", "/vocabulary/simulate?days=30")
    assert (view["retention"], view["new_per_day"]) == (0.8, 3)


@pytest.mark.parametrize("path, field", [
    ("/vocabulary/forecast?days=0", "days"), ("/vocabulary/forecast?days=91", "days"),
    ("/vocabulary/simulate?days=366", "days"), ("/vocabulary/simulate?retention=0.99", "retention"),
    ("/vocabulary/simulate?new_per_day=1001", "new_per_day"), ("/vocabulary/forecast?days=x", "days")])
def test_questions_out_of_range_are_refused(learner, path, field):
    reply = learner.call("GET", path)
    assert reply.status_code == 422 and field in fields_of(reply)


def test_the_longest_simulation_is_answered_quickly(deck):
    began = datetime.now()
    deck.data("GET", "/vocabulary/simulate?new_per_day=1000&days=365")
    assert datetime.now() - began < timedelta(seconds=10)
