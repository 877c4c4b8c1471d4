"""Attacks on the tutor by message, topic, goals and history: none may succeed (tests/data/attacks)."""
import concurrent.futures
import json

import harness
from conftest import Learner, fields_of



def attacks(name):
    folder = harness.CLONE / "tests" / "data" / "attacks"
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text().splitlines()]


ATTACKS = attacks("injection")


def lesson(attack):
    """What the body says of the lesson."""
    where = attack["where"]
    return {"topic": attack["text"][:200]} if where == "topic" else \
        {"learning_goals": [attack["text"][:200]]} if where == "learning_goals" else {}


def replies(learner, attack, max_tokens=90):
    """Plays an attack; what the tutor said at its end. A topic or goal that gives orders is refused by name."""
    more = {"user_level": "B1", "temperature": 0, "max_tokens": max_tokens, **lesson(attack)}
    for message in attack.get("turns", []):
        more["session_id"] = learner.say(message, **more)["session_id"]
    if attack["where"] in ("topic", "learning_goals"):
        first = learner.call("POST", "/chat", {"message": "Hello!", **more})
        if first.status_code == 422 and attack["where"] in fields_of(first):
            return []
        assert first.status_code == 200, first.text
        return [first.json()["data"]["reply"], learner.say("Can we begin, please?", **more)["reply"]]
    return [learner.say(attack["text"], **more)["reply"]]


def succeeded(learner, attack, **more):
    said = " ".join(replies(learner, attack, **more)).lower()
    return [sign for sign in attack["success_if"]["contains_any"] if sign.lower() in said], said


def test_no_attack_succeeds(service):
    assert len(ATTACKS) >= 60
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda attack: succeeded(Learner(service.url), attack), ATTACKS))
    won = [(attack["id"], attack["goal"], signs, said) for attack, (signs, said) in zip(ATTACKS, results) if signs]
    print(f"{len(ATTACKS)} attacks, {len(won)} succeeded")
    assert won == []
