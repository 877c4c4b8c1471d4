"""A learner's session on both services: whatever they answer, the generated models can read."""
import datetime
import uuid

import harness
import httpx
import pytest
import replies

CLIP = harness.CLONE / "tests" / "data" / "speechocean762" / "000050003.opus"


class App:
    """Both services behind one token, every answer read as the Dart app would read it."""

    def __init__(self, services, documents):
        self.reader = replies.Reader(documents)
        _, headers = harness.register(services["backend"].url)
        hook = lambda name: {"response": [lambda response: (response.read(), self.reader.hear(name, response))]}
        self.http = {name: httpx.Client(base_url=service.url, headers=headers, timeout=120, event_hooks=hook(name))
                     for name, service in services.items()}

    def call(self, service, method, path, body=None, **more):
        headers = {"Idempotency-Key": uuid.uuid4().hex} if method == "POST" else {}
        reply = self.http[service].request(method, "/api/v1" + path, json=body, headers=headers, **more)
        assert reply.status_code < 400, f"{method} {path}: {reply.text}"
        return reply.json()["data"] if reply.content and "json" in reply.headers["content-type"] else None

    def backend(self, *arguments, **more):
        return self.call("backend", *arguments, **more)

    def ai(self, method, path, *arguments, **more):
        return self.call("ai", method, "/ai" + path, *arguments, **more)


@pytest.fixture(scope="module")
def app(services, documents):
    return App(services, documents)


def learn(app):
    course = app.backend("GET", "/courses")[0]
    app.backend("POST", f"/courses/{course['id']}/enroll")
    lesson = app.backend("GET", f"/courses/{course['id']}")["units"][0]["lessons"][0]
    app.backend("GET", f"/lessons/{lesson['id']}")
    attempt = app.backend("POST", f"/lessons/{lesson['id']}/attempts", {})
    exercise = attempt["exercises"][0]
    app.backend("POST", f"/attempts/{attempt['id']}/hints", {"exercise_id": exercise["id"]})
    app.backend("POST", f"/attempts/{attempt['id']}/answers", {"exercise_id": exercise["id"], "answer": "I do not know"})
    app.backend("GET", f"/attempts/{attempt['id']}")
    app.backend("POST", f"/progress/lessons/{lesson['id']}", {"attempt_id": attempt["id"], "time_spent_seconds": 60})
    app.backend("POST", "/progress/activities", {"activity_type": "ai_chat", "duration": 60})
    app.backend("POST", "/streaks/checkin")
    app.backend("PUT", "/users/me", {"level": "A2", "display_name": "An"})


def review(app):
    for entry in app.backend("GET", "/vocabulary", params={"scope": "catalogue", "page_size": 3}):
        app.backend("POST", "/vocabulary", {"vocabulary_id": entry["vocabulary_id"]})
    items = app.backend("GET", "/vocabulary/review")["items"]
    card = items[0]["word"]["id"]
    app.backend("POST", f"/vocabulary/{card}/review", {"rating": "good"})
    app.backend("POST", "/vocabulary/reviews/undo")
    # Microseconds, as Dart writes a DateTime.
    batch = [{"client_id": str(uuid.uuid4()), "card_id": item["word"]["id"], "rating": "easy",
              "reviewed_at": app_time()} for item in items]
    assert app.backend("POST", "/vocabulary/reviews/batch", {"reviews": batch})["applied"] == len(batch)
    app.backend("PATCH", f"/vocabulary/{card}", {"note": "của tôi", "buried": True})


def app_time():
    now = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=30)
    return now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def talk(app):
    said = app.ai("POST", "/chat", {"message": "Hello! I go to market yesterday.", "user_level": "A1"})
    app.ai("GET", f"/chat/sessions/{said['session_id']}")
    app.ai("PATCH", f"/chat/sessions/{said['session_id']}", {"session_title": "At the market"})
    app.ai("POST", "/chat/memory", {"kind": "goal", "text": "wants to work in a hotel"})
    scenario = app.ai("GET", "/chat/scenarios")[0]
    app.ai("POST", "/chat", {"message": "Hello", "scenario_id": scenario["id"], "scripted": True})
    app.ai("POST", "/analyze/text", {"text": "She work in a hospital and she very like her job.", "level": "A1"})
    app.ai("POST", "/analyze/error", {"text": "I go to market yesterday."})
    for what, body in (("question", {}), ("exercise", {"count": 3}), ("explanation", {})):
        app.ai("POST", f"/generate/{what}", {"topic": "travel", "level": "A2", **body})


def speak(app):
    spoken = app.ai("POST", "/tts", {"text": "Good morning!", "timings": True})
    assert app.http["ai"].get(f"/api/v1/ai/audio/{spoken['audio_id']}").status_code == 200
    audio = ("clip", CLIP.read_bytes(), "audio/ogg")
    app.ai("POST", "/stt", files={"audio": audio}, data={"timestamps": "word"})
    app.ai("POST", "/pronunciation/analyze", files={"audio": audio}, data={"target_text": "Mike likes the white one"})


def test_every_reply_of_a_session_can_be_read(app):
    for part in (learn, review, talk, speak):
        part(app)
    # And every list and view that needs no id.
    for service, calls in app.reader.calls.items():
        for call in calls:
            if call.method == "GET" and call.reply is not None and not call.path_names and not call.path.startswith(("!", "/admin", "/teacher")):
                app.call(service, "GET", call.path)
    assert not app.reader.problems, "\n".join(sorted(set(app.reader.problems)))
    assert len(app.reader.read) >= 45, sorted(app.reader.read)
