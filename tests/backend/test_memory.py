"""Words as a learner keeps them: offline batches, undo, suspending, burying, leeches, limits, the order of the queue."""
import datetime
import random
import uuid

import psycopg
import pytest

from conftest import fields_of, fresh_key

UTC = datetime.timezone.utc


def ago(**d):
    return (datetime.datetime.now(UTC) - datetime.timedelta(**d)).isoformat()


@pytest.fixture
def db(service):
    with psycopg.connect(service.environment["DATABASE_URL"], autocommit=True) as connection:
        yield connection


def add(learner, word=None, translation="nghĩa"):
    return learner.data("POST", "/vocabulary", {"word": word or "w" + uuid.uuid4().hex[:10],
                                                "translation": translation})["id"]


def review(learner, card, rating="good", **more):
    return learner.data("POST", f"/vocabulary/{card}/review", {"rating": rating, **more})


def set_card(db, card, **columns):
    names = ", ".join(f"{name} = %s" for name in columns)
    db.execute(f"UPDATE user_vocabulary SET {names} WHERE id = %s", [*columns.values(), card])


CARD = """SELECT v.word, u.status, u.review_count, u.next_review_at, u.ease_factor, u.interval_days, u.sm2_interval_days,
                 u.sm2_repetitions, u.state, u.step, u.stability, u.difficulty, u.last_review_at, u.lapses
          FROM user_vocabulary u JOIN vocabulary v ON v.id = u.vocabulary_id WHERE u.user_id = %s ORDER BY v.word"""
SUMS = ["SELECT xp FROM users WHERE id = %s",
        "SELECT coalesce(sum(amount), 0) FROM xp_events WHERE user_id = %s",
        "SELECT current_streak, longest_streak, last_activity_date, total_days_active FROM streaks WHERE user_id = %s",
        "SELECT day, xp, seconds, reviews, reviews_due, reviews_recalled FROM learner_days WHERE user_id = %s ORDER BY day",
        """SELECT day, introduced, learning, young, young_recalled, mature, mature_recalled FROM review_days
           WHERE user_id = %s ORDER BY day"""]


def state_of(db, learner):
    """Everything that reviews change."""
    return [db.execute(query, [learner.user["id"]]).fetchall() for query in [CARD, *SUMS]]


def review_xp(db, learner):
    """What reviews earned, taken back or not; achievements may have paid too."""
    (xp,) = db.execute("SELECT coalesce(sum(amount), 0) FROM xp_events WHERE user_id = %s AND source ~ '^(undo:)?review:'",
                       [learner.user["id"]]).fetchone()
    return xp


def initial_cards(db, learner):
    """Cards as they were added; `next_review_at` is the time of that."""
    return db.execute("""SELECT v.word, u.status, u.review_count, u.next_review_at = u.created_at, u.interval_days, u.state,
                         u.step, u.stability, u.last_review_at, u.lapses, u.ease_factor, u.sm2_interval_days
                         FROM user_vocabulary u JOIN vocabulary v ON v.id = u.vocabulary_id
                         WHERE u.user_id = %s ORDER BY v.word""", [learner.user["id"]]).fetchall()


# --- offline batches --------------------------------------------------------------------------------

def offline(seed, cards=4, size=24):
    """Reviews of a week and more, some of the same card at the same time: (card, rating or quality, when, ms, id)."""
    rng = random.Random(seed)
    begin = datetime.datetime.now(UTC).replace(microsecond=0) - datetime.timedelta(days=25)
    times = sorted(begin + datetime.timedelta(minutes=rng.choice([0, 10, 600, 3000, 20000, 34000])) for _ in range(size))
    reviews = []
    for when in times:
        answer = {"quality": rng.randrange(6)} if rng.random() < 0.3 else {
            "rating": rng.choice(["again", "hard", "good", "good", "easy"])}
        reviews.append((rng.randrange(cards), answer, when.isoformat(), rng.randrange(60000), str(uuid.UUID(int=rng.getrandbits(128)))))
    return reviews


def batch_body(reviews, cards):
    return {"reviews": [{"client_id": client_id, "card_id": cards[card], "reviewed_at": when, "time_spent_ms": ms, **answer}
                        for card, answer, when, ms, client_id in reviews]}


@pytest.mark.parametrize("scheduler", ["fsrs", "sm2"])
@pytest.mark.parametrize("seed", range(4))
def test_any_permutation_sent_once_or_thrice_gives_the_same_cards_points_and_streak(newcomer, db, seed, scheduler):
    reviews, states = offline(seed), []
    for permutation in range(6):
        learner = newcomer()
        learner.data("PUT", "/users/me", {"settings": {"scheduler": scheduler}})
        cards = [add(learner, f"word {i}") for i in range(4)]
        # Dates are spread by the card's id, which is another for each learner: compared with the same ids.
        with db.transaction():
            for i, card in enumerate(cards):
                db.execute("UPDATE user_vocabulary SET id = %s WHERE id = %s", [uuid.UUID(int=seed * 100 + i + 1), card])
        cards = [str(uuid.UUID(int=seed * 100 + i + 1)) for i in range(4)]
        shuffled = random.Random(permutation).sample(reviews, len(reviews)) if permutation else reviews
        cut = random.Random(permutation).randrange(1, len(reviews)) if permutation % 2 else len(reviews)
        for part in (shuffled[:cut], shuffled[cut:]):
            for _ in range(3 if permutation > 2 else 1):
                if part:
                    learner.data("POST", "/vocabulary/reviews/batch", batch_body(part, cards))
        states.append(state_of(db, learner))
    assert all(state == states[0] for state in states[1:])
    assert sum(row[2] for row in states[0][0]) == len(reviews)


def test_late_single_reviews_and_a_batch_are_the_same(newcomer, db):
    reviews = offline(7, cards=2, size=10)
    states = []
    for one_by_one in (True, False):
        learner = newcomer()
        cards = [add(learner, f"word {i}") for i in range(2)]
        ids = [str(uuid.UUID(int=70000 + i)) for i in range(2)]
        for card, wanted in zip(cards, ids):
            db.execute("UPDATE user_vocabulary SET id = %s WHERE id = %s", [wanted, card])
        if one_by_one:
            for card, answer, when, ms, client_id in random.Random(1).sample(reviews, len(reviews)):
                learner.data("POST", f"/vocabulary/{ids[card]}/review",
                             {**answer, "reviewed_at": when, "time_spent_ms": ms, "client_id": client_id})
        else:
            learner.data("POST", "/vocabulary/reviews/batch", batch_body(reviews, ids))
        states.append(state_of(db, learner))
    assert states[0] == states[1]


def test_a_batch_says_of_each_review_what_became_of_it(learner, newcomer, db):
    card, other = add(learner), add(newcomer())
    ids = [str(uuid.uuid4()) for _ in range(8)]
    review(learner, card, "good", reviewed_at=ago(days=2), client_id=ids[0])
    item = lambda i, **more: {"client_id": ids[i], "card_id": card, "rating": "good", "reviewed_at": ago(days=1), **more}
    no_answer = item(6)
    del no_answer["rating"]
    body = {"reviews": [item(0), item(1), item(1), item(2, card_id=other), item(3, reviewed_at=ago(days=40)),
                        item(4, reviewed_at=ago(days=-1)), item(5, card_id=str(uuid.uuid4())), no_answer,
                        item(0, card_id=other)]}
    done = learner.data("POST", "/vocabulary/reviews/batch", body)
    assert [r["result"] for r in done["results"]] == ["duplicate", "applied", "duplicate"] + ["refused"] * 6
    assert [list(r.get("fields", {})) for r in done["results"][3:]] == [
        ["card_id"], ["reviewed_at"], ["reviewed_at"], ["card_id"], ["rating"], ["client_id"]]
    assert (done["applied"], done["duplicates"], done["refused"], done["xp_earned"]) == (1, 2, 6, 2)
    assert [c["id"] for c in done["cards"]] == [card] and done["cards"][0]["schedule"]["review_count"] == 2
    assert review_xp(db, learner) == 4


@pytest.mark.parametrize("body, field", [
    ({}, "reviews"), ({"reviews": []}, "reviews"), ({"reviews": [{}]}, "reviews[0].client_id"),
    ({"reviews": [{"client_id": "x", "card_id": "y", "reviewed_at": "z", "rating": "good"}]}, "reviews[0].card_id"),
    ({"reviews": [{"client_id": str(uuid.uuid4()), "card_id": str(uuid.uuid4()), "reviewed_at": "2026-11-24T10:00:00Z",
                   "rating": "perfect"}]}, "reviews[0].rating"),
    ({"reviews": [{"client_id": str(uuid.uuid4()), "card_id": str(uuid.uuid4()), "reviewed_at": "2026-11-24T10:00:00Z",
                   "quality": 6}]}, "reviews[0].quality"),
    ({"reviews": [{"client_id": str(uuid.uuid4()), "card_id": str(uuid.uuid4()), "reviewed_at": "2026-11-24T10:00:00Z",
                   "rating": "good"}] * 501}, "reviews")])
def test_a_batch_of_the_wrong_form_is_refused_whole(learner, body, field):
    reply = learner.call("POST", "/vocabulary/reviews/batch", body)
    assert reply.status_code == 422 and field in fields_of(reply), reply.text


def test_a_batch_of_500_reviews_is_taken(learner):
    cards = [add(learner) for _ in range(25)]
    body = {"reviews": [{"client_id": str(uuid.uuid4()), "card_id": cards[i % 25], "rating": "good",
                         "reviewed_at": ago(minutes=i)} for i in range(500)]}
    done = learner.data("POST", "/vocabulary/reviews/batch", body)
    assert done["applied"] == 500 and done["xp_earned"] == 1000 and len(done["cards"]) == 25


def test_the_same_batch_from_two_devices_at_once_counts_once(learner, at_once, db):
    cards = [add(learner) for _ in range(3)]
    body = batch_body(offline(11, cards=3), cards)
    replies = at_once(6, lambda _: learner.call("POST", "/vocabulary/reviews/batch", body))
    assert {r.status_code for r in replies} == {200}, [r.text for r in replies]
    assert sum(r.json()["data"]["applied"] for r in replies) == 24
    assert sum(row[2] for row in state_of(db, learner)[0]) == 24


def test_the_same_review_of_two_devices_at_once_is_one(learner, at_once):
    card, client_id = add(learner), str(uuid.uuid4())
    replies = at_once(6, lambda _: learner.call("POST", f"/vocabulary/{card}/review",
                                                {"rating": "good", "client_id": client_id}))
    assert [r.status_code for r in replies] == [200] * 6
    assert sorted(r.json()["data"]["is_duplicate"] for r in replies) == [False] + [True] * 5
    assert sorted(r.json()["data"]["xp_earned"] for r in replies) == [0] * 5 + [2]
    assert learner.data("GET", "/vocabulary/stats")["reviews_total"] == 1
    other = learner.call("POST", f"/vocabulary/{add(learner)}/review", {"rating": "good", "client_id": client_id})
    assert other.status_code == 409 and "client_id" in fields_of(other)


def test_a_late_review_is_put_in_its_place(learner, db):
    card = add(learner)
    review(learner, card, "easy", reviewed_at=ago(days=1))
    late = review(learner, card, "again", reviewed_at=ago(days=10))
    schedule = late["word"]["schedule"]
    assert schedule["review_count"] == 2 and schedule["last_review_at"] > ago(days=2)
    assert schedule["stability"] < 8, "it was forgotten first, and easy nine days later"
    assert late["xp_earned"] == 1 and review_xp(db, learner) == 3


# --- undo ---------------------------------------------------------------------------------------------

def test_undoing_everything_gives_the_beginning(learner, db):
    cards = [add(learner, f"word {i}") for i in range(4)]
    before = initial_cards(db, learner)
    learner.data("POST", "/vocabulary/reviews/batch", batch_body(offline(5), cards))
    for card in cards:
        review(learner, card, "easy")
    for _ in range(28):
        learner.data("POST", "/vocabulary/reviews/undo")
    assert learner.call("POST", "/vocabulary/reviews/undo").status_code == 409
    assert initial_cards(db, learner) == before
    (xp,), (ledger,) = state_of(db, learner)[1][0], state_of(db, learner)[2][0]
    assert xp == ledger and review_xp(db, learner) == 0
    assert all(not any(row[1:]) for row in state_of(db, learner)[5]), "no day counts anything"
    assert all(not any(row[2:]) for row in state_of(db, learner)[4])
    assert learner.data("GET", "/vocabulary/stats")["reviews_total"] == 0


def test_undo_takes_back_the_last_review_and_then_the_one_before(learner, db):
    first, second = add(learner, "first"), add(learner, "second")
    review(learner, first, "easy")
    between = state_of(db, learner)
    review(learner, second, "again")
    done = learner.data("POST", "/vocabulary/reviews/undo")
    assert (done["word"]["word"], done["rating"], done["xp_taken_back"]) == ("second", "again", 1)
    assert state_of(db, learner)[0] == between[0] and state_of(db, learner)[1] == between[1]
    assert learner.data("POST", "/vocabulary/reviews/undo")["word"]["word"] == "first"


def test_what_was_undone_is_not_counted_when_it_is_sent_again(learner, db):
    card, client_id = add(learner), str(uuid.uuid4())
    review(learner, card, client_id=client_id)
    learner.data("POST", "/vocabulary/reviews/undo")
    assert review(learner, card, client_id=client_id)["is_duplicate"] is True
    assert review_xp(db, learner) == 0
    assert review(learner, card)["xp_earned"] == 2


def test_undos_at_once_are_of_different_reviews(learner, at_once, db):
    for i in range(3):
        review(learner, add(learner, f"word {i}"))
    replies = at_once(5, lambda _: learner.call("POST", "/vocabulary/reviews/undo"))
    undone = [r.json()["data"]["word"]["word"] for r in replies if r.status_code == 200]
    assert sorted(undone) == ["word 0", "word 1", "word 2"]
    assert sorted(r.status_code for r in replies) == [200, 200, 200, 409, 409]
    assert review_xp(db, learner) == 0


def test_an_undo_with_a_key_is_one_undo(learner, db):
    for i in range(2):
        review(learner, add(learner, f"word {i}"))
    key = fresh_key()
    replies = [learner.data("POST", "/vocabulary/reviews/undo", key=key) for _ in range(3)]
    assert replies[0] == replies[1] == replies[2]
    assert review_xp(db, learner) == 2


# --- what a learner does with a word --------------------------------------------------------------------

def test_a_suspended_word_is_not_asked_until_it_is_taken_up_again(learner):
    card = add(learner)
    edit = lambda **body: learner.data("PATCH", f"/vocabulary/{card}", body)
    assert edit(suspended=True)["schedule"]["status"] == "suspended"
    assert learner.data("GET", "/vocabulary/review")["items"] == []
    assert [w["id"] for w in learner.data("GET", "/vocabulary?status=suspended")] == [card]
    assert learner.call("POST", f"/vocabulary/{card}/review", {"rating": "good"}).status_code == 409
    late = review(learner, card, reviewed_at=ago(hours=1))
    assert late["word"]["schedule"]["status"] == "suspended", "an offline client did not know"
    assert edit(suspended=False)["schedule"]["status"] == "learning"
    assert len(learner.data("GET", "/vocabulary/review")["items"]) == 1


def test_a_buried_word_waits_for_tomorrow(learner, db):
    card = add(learner)
    word = learner.data("PATCH", f"/vocabulary/{card}", {"buried": True})
    begins = datetime.datetime.fromisoformat(word["schedule"]["buried_until"])
    now = datetime.datetime.now(UTC)
    assert now < begins <= now + datetime.timedelta(days=1) and begins.astimezone(
        datetime.timezone(datetime.timedelta(hours=7))).hour == 4
    queue = learner.data("GET", "/vocabulary/review")
    assert queue["items"] == [] and queue["counts"]["fresh"] == 0
    set_card(db, card, buried_until=now)
    assert len(learner.data("GET", "/vocabulary/review")["items"]) == 1
    learner.data("PATCH", f"/vocabulary/{card}", {"buried": True})
    assert "buried_until" not in learner.data("PATCH", f"/vocabulary/{card}", {"buried": False})["schedule"]


def test_an_own_word_can_be_edited_and_a_catalogue_word_annotated(learner):
    own = add(learner, "habour", "bến")
    word = learner.data("PATCH", f"/vocabulary/{own}", {"word": "harbour", "translation": "bến cảng", "tags": ["sea\u000b"],
                                                        "pronunciation": "/x/", "example_sentence": "A harbour.",
                                                        "note": "như cảng"})
    assert (word["word"], word["translation"], word["tags"], word["note"]) == ("harbour", "bến cảng", ["sea\u000b"], "như cảng")
    assert "note" not in learner.data("PATCH", f"/vocabulary/{own}", {"note": ""})
    add(learner, "port", "bến cảng")
    clash = learner.call("PATCH", f"/vocabulary/{own}", {"word": "PORT"})
    assert clash.status_code == 409 and set(fields_of(clash)) == {"word"}
    empty = learner.call("PATCH", f"/vocabulary/{own}", {"translation": ""})
    assert empty.status_code == 409 and "translation" in fields_of(empty)

    catalogue = learner.data("GET", "/vocabulary?scope=catalogue&search=breakfast")[0]
    card = learner.data("POST", "/vocabulary", {"vocabulary_id": catalogue["vocabulary_id"]})["id"]
    for field, value in (("word", "x"), ("pronunciation", "x"), ("example_sentence", "x"), ("tags", ["x"])):
        reply = learner.call("PATCH", f"/vocabulary/{card}", {field: value})
        assert reply.status_code == 409 and field in fields_of(reply)
    word = learner.data("PATCH", f"/vocabulary/{card}", {"translation": "điểm tâm", "note": "bữa đầu ngày"})
    assert (word["translation"], word["note"]) == ("điểm tâm", "bữa đầu ngày")
    assert [w["id"] for w in learner.data("GET", "/vocabulary?search=điểm tâm")] == [card]
    assert learner.data("PATCH", f"/vocabulary/{card}", {"translation": ""})["translation"] == catalogue["translation"]
    assert learner.data("GET", "/vocabulary?scope=catalogue&search=breakfast")[0]["translation"] == catalogue["translation"]


@pytest.mark.parametrize("body, field", [
    ({"suspended": "yes"}, "suspended"), ({"word": ""}, "word"), ({"word": " "}, "word"), ({"status": "mastered"}, "status"),
    ({"note": "x" * 2001}, "note"), ({"tags": [""]}, "tags[0]"), ({"note": "\u0000"}, "note")])
def test_an_edit_that_cannot_be_made_names_the_field(learner, body, field):
    reply = learner.call("PATCH", f"/vocabulary/{add(learner)}", body)
    assert reply.status_code == 422 and field in fields_of(reply), reply.text


def test_a_deleted_word_is_gone_and_can_be_added_again(learner, newcomer, db):
    card = add(learner, "anchor", "mỏ neo")
    review(learner, card)
    assert newcomer().call("DELETE", f"/vocabulary/{card}").status_code == 404
    assert newcomer().call("PATCH", f"/vocabulary/{card}", {"note": "x"}).status_code == 404
    assert learner.call("DELETE", f"/vocabulary/{card}").status_code == 204
    assert learner.call("DELETE", f"/vocabulary/{card}").status_code == 404
    assert learner.data("GET", "/vocabulary") == [] and review_xp(db, learner) == 2, "the points stay"
    assert learner.call("POST", "/vocabulary/reviews/undo").status_code == 409
    add(learner, "anchor", "mỏ neo")
    catalogue = learner.data("GET", "/vocabulary?scope=catalogue&search=breakfast")[0]["vocabulary_id"]
    card = learner.data("POST", "/vocabulary", {"vocabulary_id": catalogue})["id"]
    assert learner.call("DELETE", f"/vocabulary/{card}").status_code == 204
    learner.data("POST", "/vocabulary", {"vocabulary_id": catalogue})


def test_deletes_and_reviews_at_once_leave_nothing_half(learner, at_once, db):
    card = add(learner)
    calls = [("DELETE", f"/vocabulary/{card}", None), ("POST", f"/vocabulary/{card}/review", {"rating": "good"})] * 3
    replies = at_once(6, lambda i: learner.call(*calls[i]))
    assert sorted(r.status_code for r in replies[::2]) == [204, 404, 404]
    assert {r.status_code for r in replies[1::2]} <= {200, 404}
    counted = sum(r.status_code == 200 for r in replies[1::2])
    assert review_xp(db, learner) == 2 * counted


# --- leeches --------------------------------------------------------------------------------------------

def test_the_eighth_lapse_suspends_with_the_reason_and_warns_every_fourth_after(learner, db):
    card = add(learner)
    review(learner, card, "easy")

    def lapse():
        set_card(db, card, state=2, next_review_at=datetime.datetime.now(UTC))
        return review(learner, card, "again")

    for _ in range(7):
        assert "leech" not in lapse()
    eighth = lapse()
    assert eighth["leech"]["suspended"] and "8 times" in eighth["leech"]["reason"] and eighth["leech"]["reason_vi"]
    assert eighth["word"]["schedule"]["status"] == "suspended" and eighth["is_leech"]
    assert learner.data("GET", "/vocabulary/stats")["leeches"] == 1
    assert learner.data("POST", "/vocabulary/reviews/undo")["word"]["schedule"]["status"] == "reviewing"
    assert lapse()["word"]["schedule"]["status"] == "suspended"
    pardoned = learner.data("PATCH", f"/vocabulary/{card}", {"suspended": False})
    assert pardoned["schedule"]["status"] == "learning" and pardoned["schedule"]["is_leech"]
    warned = ["leech" in lapse() for _ in range(8)]
    assert warned == [False, False, False, True] * 2
    assert learner.data("GET", "/vocabulary")[0]["schedule"]["leech"]["lapses"] == 16


# --- the queue ----------------------------------------------------------------------------------------------

def make_due(db, card, overdue_days, interval_days):
    now = datetime.datetime.now(UTC)
    due = now - datetime.timedelta(days=overdue_days)
    set_card(db, card, state=2, stability=interval_days, difficulty=5, interval_days=interval_days, next_review_at=due,
             last_review_at=due - datetime.timedelta(days=interval_days), review_count=3, status="reviewing")


def queue_words(learner, path="/vocabulary/review"):
    return [item["word"]["word"] for item in learner.data("GET", path)["items"]]


def test_learning_steps_come_first_then_what_is_relatively_most_overdue_then_new_words(learner, db):
    names = ["new 1", "long", "short", "step", "new 2", "ahead", "tomorrow"]
    cards = {name: add(learner, name) for name in names}
    make_due(db, cards["long"], overdue_days=5, interval_days=100)
    make_due(db, cards["short"], overdue_days=1, interval_days=2)
    make_due(db, cards["tomorrow"], overdue_days=-1, interval_days=10)
    for name in ("step", "ahead"):
        review(learner, cards[name], "again" if name == "step" else "good")
    set_card(db, cards["step"], next_review_at=datetime.datetime.now(UTC) - datetime.timedelta(seconds=1))
    assert queue_words(learner) == ["step", "short", "long", "new 1", "new 2", "ahead"]
    assert queue_words(learner, "/vocabulary/review?limit=2") == ["step", "short"]
    queue = learner.data("GET", "/vocabulary/review?limit=1")
    assert queue["counts"] == {"learning": 2, "review": 2, "fresh": 2}
    assert set(queue["items"][0]["previews"]) == {"again", "hard", "good", "easy"}


def test_a_step_more_than_twenty_minutes_ahead_is_not_asked(learner, db):
    card = add(learner)
    review(learner, card, "good")
    later = datetime.datetime.now(UTC) + datetime.timedelta(minutes=25)
    set_card(db, card, next_review_at=later)
    queue = learner.data("GET", "/vocabulary/review")
    assert queue["items"] == [] and queue["next_due_at"][:19] == later.isoformat()[:19]


def test_reviews_are_limited_a_day(learner, db):
    learner.data("PUT", "/users/me", {"settings": {"reviews_per_day": 2}})
    cards = [add(learner, f"word {i}") for i in range(4)]
    for i, card in enumerate(cards):
        make_due(db, card, overdue_days=4 - i, interval_days=10)
    assert queue_words(learner) == ["word 0", "word 1"]
    review(learner, cards[3])
    assert queue_words(learner) == ["word 0"]
    learner.data("POST", "/vocabulary/reviews/undo")
    assert queue_words(learner) == ["word 0", "word 1"]


def test_words_of_the_same_spelling_are_not_asked_on_the_same_day(learner, db):
    bank, shore, other = add(learner, "bank", "ngân hàng"), add(learner, "Bank", "bờ sông"), add(learner, "boat", "thuyền")
    assert queue_words(learner) == ["bank", "boat"]
    review(learner, bank, "easy")
    assert queue_words(learner) == ["boat"]
    learner.data("POST", "/vocabulary/reviews/undo")
    assert queue_words(learner) == ["bank", "boat"]
    review(learner, bank, "easy", reviewed_at=ago(days=2))
    assert queue_words(learner) == ["Bank", "boat"]
    learner.data("PATCH", f"/vocabulary/{other}", {"word": "BANK"})
    review(learner, other, "easy")
    assert queue_words(learner) == []
    assert shore


def test_the_spread_prefers_the_day_with_the_fewest_cards(learner, db):
    target = add(learner, "target")       # answered easily at first: 8 days, spread over 6 to 10
    zone = datetime.timezone(datetime.timedelta(hours=7))
    today = (datetime.datetime.now(zone) - datetime.timedelta(hours=4)).date()
    for day in (6, 7, 8, 10):
        noon = datetime.datetime.combine(today + datetime.timedelta(days=day), datetime.time(12), zone)
        for _ in range(2):
            make_due(db, card := add(learner), overdue_days=1, interval_days=10)
            set_card(db, card, next_review_at=noon)
    assert review(learner, target, "easy")["interval_days"] == 9


def test_a_day_without_reviews_is_left_out(learner, db):
    zone = datetime.timezone(datetime.timedelta(hours=7))
    today = (datetime.datetime.now(zone) - datetime.timedelta(hours=4)).date()
    days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    eighth = days[(today + datetime.timedelta(days=8)).weekday()]
    learner.data("PUT", "/users/me", {"settings": {"easy_days": {day: 0 if day == eighth else 1 for day in days}}})
    for offline_too in ({}, {"reviewed_at": ago(seconds=1)}):
        for _ in range(8):
            assert review(learner, add(learner), "easy", **offline_too)["interval_days"] in (6, 7, 9, 10)
    refused = learner.call("PUT", "/users/me", {"settings": {"easy_days": {day: 2 for day in days}}})
    assert refused.status_code == 422 and "settings.easy_days.monday" in fields_of(refused)


# --- schedulers ---------------------------------------------------------------------------------------------

def test_changing_the_scheduler_moves_no_date(learner, db):
    card = add(learner)
    for days in (25, 24, 20, 10):
        review(learner, card, "good", reviewed_at=ago(days=days))
    before = learner.data("GET", "/vocabulary")[0]["schedule"]
    assert before["interval_days"] > 5 and 1.3 <= before["ease_factor"] <= 3
    learner.data("PUT", "/users/me", {"settings": {"scheduler": "sm2"}})
    assert learner.data("GET", "/vocabulary")[0]["schedule"] == before
    after = review(learner, card, "good")
    assert before["interval_days"] < after["interval_days"] <= 3 * before["interval_days"] + 1
    learner.data("PUT", "/users/me", {"settings": {"scheduler": "fsrs"}})
    kept = learner.data("GET", "/vocabulary")[0]["schedule"]
    assert kept["next_review_at"] == after["word"]["schedule"]["next_review_at"]
    assert kept["stability"] > before["stability"]


# --- statistics ---------------------------------------------------------------------------------------------

def test_retention_is_told_by_period_and_maturity_and_the_load_by_day(learner, db):
    young, mature = add(learner), add(learner)
    make_due(db, young, overdue_days=0, interval_days=5)
    make_due(db, mature, overdue_days=0, interval_days=30)
    review(learner, young, "again")
    review(learner, mature, "good")
    stats = learner.data("GET", "/vocabulary/stats?days=60")
    rows = {row["period"]: row for row in stats["retention"]}
    assert list(rows) == ["today", "yesterday", "week", "month", "year", "all"]
    assert rows["today"]["young"] == {"reviews": 1, "recalled": 0, "rate": 0}
    assert rows["all"]["mature"] == {"reviews": 1, "recalled": 1, "rate": 1}
    assert rows["week"]["total"] == {"reviews": 2, "recalled": 1, "rate": 0.5}
    assert rows["yesterday"]["total"] == {"reviews": 0, "recalled": 0}
    assert stats["true_retention"] == 0.5 and stats["reviews_today"] == stats["reviews_total"] == 2
    assert len(stats["load"]) == 60 and sum(day["due"] for day in stats["load"]) <= 1
    assert (stats["total"], stats["learning"], stats["mastered"]) == (2, 1, 1)


def test_the_counts_of_days_are_the_sums_of_the_log(learner, db):
    cards = [add(learner) for _ in range(4)]
    for seed in (21, 22):
        learner.data("POST", "/vocabulary/reviews/batch", batch_body(offline(seed), cards))
    for _ in range(10):
        learner.data("POST", "/vocabulary/reviews/undo")
    counted = db.execute("""
        SELECT day, count(*) FILTER (WHERE last_review_before IS NULL),
               count(*) FILTER (WHERE last_review_before IS NOT NULL AND state_before <> 2),
               count(*) FILTER (WHERE state_before = 2 AND interval_before < 21),
               count(*) FILTER (WHERE state_before = 2 AND interval_before < 21 AND rating > 1),
               count(*) FILTER (WHERE state_before = 2 AND interval_before >= 21),
               count(*) FILTER (WHERE state_before = 2 AND interval_before >= 21 AND rating > 1)
        FROM review_log WHERE user_id = %s AND undone_at IS NULL GROUP BY day ORDER BY day""", [learner.user["id"]]).fetchall()
    kept = [row for row in state_of(db, learner)[5] if any(row[1:])]
    assert kept == counted
    days = [row for row in state_of(db, learner)[4] if row[3]]
    assert [(row[0], row[3], row[4], row[5]) for row in days] == [
        (row[0], sum(row[1:4]) + row[5], row[3] + row[5], row[4] + row[6]) for row in counted]
