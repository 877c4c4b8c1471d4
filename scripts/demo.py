"""A learner's first session, as a client would make it: every line printed comes from a reply.

    ./lexi demo        (against the running services; BACKEND and AI name others)
"""
import json
import os
import sys
import time
import uuid

import httpx

BACKEND = os.environ.get("BACKEND", "http://127.0.0.1:8000")
AI = os.environ.get("AI", "http://127.0.0.1:8001")


class Learner:
    """The two services behind one token, as the specification's client joins them."""

    def __init__(self):
        self.http = httpx.Client(timeout=120)

    def call(self, method, url, **request):
        reply = self.http.request(method, url, **request)
        if reply.status_code >= 400:
            sys.exit(f"{method} {url}: {reply.status_code} {reply.text}")
        return reply

    def backend(self, method, path, body=None, **request):
        if method == "POST":
            request["headers"] = {"Idempotency-Key": uuid.uuid4().hex}
        if body is not None:
            request["json"] = body
        reply = self.call(method, f"{BACKEND}/api/v1{path}", **request)
        return reply.json() if reply.content else None

    def ai(self, method, path, **request):
        return self.call(method, f"{AI}/api/v1/ai{path}", **request)


def title(text):
    print(f"\n\033[1m{text}\033[0m" if sys.stdout.isatty() else f"\n== {text}")


def sign_up(learner):
    title("Đăng ký, đăng nhập")
    name = "an" + uuid.uuid4().hex[:8]
    password = "mot-mat-khau-that-dai-" + name
    user = learner.backend("POST", "/auth/register", {
        "email": f"{name}@example.com", "username": name, "password": password, "display_name": "An",
        "time_zone": "Asia/Ho_Chi_Minh"})["data"]
    print(f"  {user['display_name']} ({user['username']}), level {user['level']}")
    tokens = learner.backend("POST", "/auth/login", {"email": f"{name}@example.com", "password": password})
    print(f"  {tokens['token_type']} token, good for {tokens['expires_in']} s")
    learner.http.headers["Authorization"] = f"Bearer {tokens['access_token']}"


def answer_to(exercise, known):
    """What the learner answers: what an earlier reply taught, else a first guess."""
    if exercise["kind"] == "matching":
        pairs = known.get(exercise["id"]) or dict(zip(exercise["lefts"], exercise["rights"]))
        return {"pairs": pairs}
    if exercise["kind"] == "speaking":  # what the AI service's analysis would say
        return {"score": 80, "analysis_id": "demo"}
    guess = (exercise["choices"] or [" ".join(exercise["tokens"]) or "I don't know"])[0]
    return {"answer": known.get(exercise["id"], guess)}


def lesson(learner):
    title("Bài học đầu tiên")
    course = learner.backend("GET", "/courses?language=en&level=A1")["data"][0]
    learner.backend("POST", f"/courses/{course['id']}/enroll")
    course = learner.backend("GET", f"/courses/{course['id']}")["data"]
    first = course["units"][0]["lessons"][0]
    print(f"  {course['title']} · {course['title_vi']}: {course['total_lessons']} lessons")
    view = learner.backend("GET", f"/lessons/{first['id']}")["data"]
    print(f"  {view['title']} · {view['title_vi']}: {len(view['exercises'])} exercises")
    for line in view["content"]["dialogue"][:2]:
        print(f"    {line['speaker']}: {line['text']}  ({line['text_vi']})")
    known, shown = {}, 0
    for _ in range(2):  # the second time with what the first taught
        attempt = learner.backend("POST", f"/lessons/{first['id']}/attempts", {"restart": True})["data"]
        for exercise in view["exercises"]:
            said = answer_to(exercise, known)
            graded = learner.backend("POST", f"/attempts/{attempt['id']}/answers", {
                "exercise_id": exercise["id"], "time_spent_ms": 3000, **said})["data"]
            if not graded["is_correct"]:
                right = graded["correct_answer"]
                known[exercise["id"]] = dict(pair.split(" = ", 1) for pair in right.split("\n")) \
                    if exercise["kind"] == "matching" else right
                if shown < 2 and exercise["kind"] != "matching":
                    shown += 1
                    print(f"    ✗ {exercise['prompt']}  →  {right}")
                    print(f"      {graded['explanation']}")
        print(f"  score {graded['score']['percentage']} % ({graded['score']['correct']} of {graded['score']['total']})")
    done = learner.backend("POST", f"/progress/lessons/{first['id']}", {
        "attempt_id": attempt["id"], "time_spent_seconds": 240})["data"]
    print(f"  {done['status']}: best score {done['score']}, +{done['xp_earned']} XP, "
          f"streak {done['streak']['current_streak']}")


def word(learner):
    title("Từ vựng")
    found = learner.backend("GET", "/vocabulary?scope=catalogue&search=family")["data"][0]
    card = learner.backend("POST", "/vocabulary", {"vocabulary_id": found["vocabulary_id"]})["data"]
    print(f"  {card['word']} {card['pronunciation']} — {card['translation']}")
    print(f"    {card['example_sentence']}  ({card['example_translation']})")
    queue = learner.backend("GET", "/vocabulary/review")["data"]
    item = queue["items"][0]
    print("  due now: " + item["word"]["word"] + ", and again in " +
          ", ".join(f"{name} {seconds // 60} min" if seconds < 86400 else f"{name} {seconds // 86400} days"
                    for name, seconds in item["previews"].items()))
    review = learner.backend("POST", f"/vocabulary/{item['word']['id']}/review", {"rating": "easy"})["data"]
    print(f"  reviewed: {json.dumps({k: v for k, v in review.items() if not isinstance(v, (dict, list))})}")
    streak = learner.backend("POST", "/streaks/checkin")["data"]
    print(f"  check-in: streak {streak['current_streak']}, active on {streak['last_activity_date']}")


def models_are_loaded(learner):
    """The services answer before the models are loaded; a learner's client would retry."""
    end = time.monotonic() + 180
    while time.monotonic() < end:
        engines = learner.ai("GET", "/models/status").json()["data"]["engines"]
        if all(engine["state"] != "loading" for engine in engines):
            return
        time.sleep(0.5)
    sys.exit("the models are still loading")


def tutor(learner):
    title("Gia sư")
    models_are_loaded(learner)
    message = "Hello! I go to market yesterday with my mother. What do you like to eat?"
    print(f"  An: {message}")
    sys.stdout.write("  Tutor: ")
    done = None
    with learner.http.stream("POST", f"{AI}/api/v1/ai/chat", json={
            "message": message, "user_level": "A1", "stream": True}) as reply:
        if reply.status_code != 200:
            sys.exit(f"chat: {reply.status_code} {reply.read().decode()}")
        event = None
        for line in reply.iter_lines():
            if line.startswith("event: "):
                event = line[7:]
            elif line.startswith("data: ") and event == "token":
                sys.stdout.write(json.loads(line[6:])["text"])
                sys.stdout.flush()
            elif line.startswith("data: ") and event in ("done", "error"):
                done = json.loads(line[6:])
    print()
    if not done or "reply" not in done:
        sys.exit(f"chat ended without its reply: {done}")
    for correction in done["corrections"]:
        print(f"    {correction['hint_vi']}")
        print(f"    {correction['original']} → {correction['corrected']}: {correction['explanation_vi']}")
    for card in done["card_suggestions"]:
        print(f"    + {card['word']}: {card['translation']}")
    if done["suggestions"]:
        print(f"    you may begin with: {' / '.join(done['suggestions'])}")
    print(f"  {done['usage']['completion_tokens']} tokens in {done['duration']:.1f} s by {done['model']}")
    learner.backend("POST", "/progress/activities", {"activity_type": "ai_chat", "duration": max(1, round(done["duration"]))})


def writing(learner):
    title("Viết")
    text = "My sister is nurse. She work in a hospital and she very like her job."
    report = learner.ai("POST", "/analyze/text", json={"text": text, "level": "A1"}).json()["data"]
    print(f"  An:        {text}")
    print(f"  corrected: {report['corrected_text']}")
    for match in report["matches"]:
        print(f"    {match['rule']['id']}: {match['message_vi']}")
    print(f"  level {report['cefr']['level']}, reading ease {report['readability']['reading_ease']:.0f}")


def speech(learner):
    title("Nghe và nói")
    sentence = "This is my family and I love them very much."
    spoken = learner.ai("POST", "/tts", json={"text": sentence}).json()["data"]
    audio = learner.ai("GET", f"/audio/{spoken['audio_id']}")
    print(f"  spoken by {spoken['model']}: {spoken['duration']:.1f} s, {len(audio.content)} bytes of {audio.headers['content-type']}")
    upload = {"audio": ("speech", audio.content, audio.headers["content-type"])}
    heard = learner.ai("POST", "/stt", files=upload, data={"language": "en"}).json()["data"]
    print(f"  heard: {heard['text']}")
    judged = learner.ai("POST", "/pronunciation/analyze", files=upload, data={"target_text": sentence}).json()["data"]
    analysis = judged["analysis"]
    print(f"  pronunciation: overall {analysis['overall_score']:.0f}, fluency {analysis['fluency_score']:.0f} "
          f"({judged['scorer_version']})")
    for item in sorted(analysis["words"], key=lambda w: w["score"])[:3]:
        phones = " ".join(f"{p['ipa']}:{p['score']:.0f}" for p in item["phonemes"])
        print(f"    {item['word']:10} {item['score']:3.0f}   {phones}")
    wrong = learner.ai("POST", "/pronunciation/analyze", files=upload,
                       data={"target_text": "We bought three kilos of oranges last Sunday."}).json()["data"]
    print(f"  the same recording as another sentence: overall {wrong['analysis']['overall_score']:.0f}")


def main():
    began = time.monotonic()
    learner = Learner()
    for part in (sign_up, lesson, word, tutor, writing, speech):
        part(learner)
    title("Hôm nay")
    stats = learner.backend("GET", "/progress")["data"]["summary"]
    print(f"  {stats['total_xp']} XP, {stats['lessons_completed']} lesson, {stats['words_learning']} word, "
          f"streak {stats['current_streak']}")
    print(f"\n{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
