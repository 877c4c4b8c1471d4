"""Role-plays of the chat: the authored partner without a model, and the model as the partner."""
import json

import pytest

import harness
from conftest import Learner, fields_of, started

SCENARIOS = {path.stem: json.loads(path.read_text())
             for path in (harness.CLONE / "content" / "scenarios").glob("*.json")}


def test_the_list_gives_what_a_learner_must_know_to_begin(learner):
    listed = learner.data("GET", "/chat/scenarios")
    assert {item["id"] for item in listed} == set(SCENARIOS) and len(listed) >= 20
    assert [item["level"] for item in listed] == sorted(item["level"] for item in listed)
    one = next(item for item in listed if item["id"] == "at-immigration")
    source = SCENARIOS["at-immigration"]
    assert one["opening"] == source["script"][0]["text"] and one["target_words"] == source["target_words"]
    assert [goal["hint_vi"] for goal in one["goals"]] == [goal["hint_vi"] for goal in source["goals"]]
    assert "patterns" not in one["goals"][0]
    assert {item["level"] for item in learner.data("GET", "/chat/scenarios?level=B1")} == {"B1"}
    assert learner.call("GET", "/chat/scenarios?level=Z9").status_code == 422


def walk(learner, scenario):
    """Plays a scenario to its end, always by the first example of the first move; gives the replies."""
    nodes = {node["id"]: node for node in scenario["script"]}
    node, session, replies = scenario["script"][0], {"scenario_id": scenario["slug"], "scripted": True}, []
    while "moves" in node:
        move = node["moves"][0]
        reply = learner.say(move["examples"][0], **session)
        node, session = nodes[move["next"]], {"session_id": reply["session_id"]}
        assert reply["reply"] == node["text"] and reply["role_play"]["reply_vi"] == node["text_vi"]
        assert reply["role_play"]["node"] == node["id"]
        replies.append(reply)
    return replies


@pytest.mark.parametrize("slug", ["at-immigration", "job-interview", "first-english-class"])
def test_the_authored_partner_plays_to_the_end(learner, slug):
    replies = walk(learner, SCENARIOS[slug])
    last = replies[-1]
    assert last["role_play"]["ended"] and not any(reply["role_play"]["ended"] for reply in replies[:-1])
    assert last["role_play"]["turns"] == len(replies) and last["role_play"]["reached"]
    assert all(reply["model"] == "scripted" for reply in replies)
    after = learner.call("POST", "/chat", {"message": "Hello?", "session_id": last["session_id"]})
    assert after.status_code == 409
    shown = learner.data("GET", f"/chat/sessions/{last['session_id']}")
    assert shown["context"]["scenario_id"] == slug
    assert shown["messages"][0]["role"] == "assistant"   # the partner speaks first
    assert shown["messages"][0]["content"] == SCENARIOS[slug]["script"][0]["text"]
    assert len(shown["messages"]) == 1 + 2 * len(replies)


def test_what_the_partner_did_not_understand_gets_a_hint_and_then_an_example(learner):
    first = learner.say("I don't understand.", scenario_id="at-immigration", scripted=True)
    source = SCENARIOS["at-immigration"]["script"][0]
    assert first["reply"] == source["fallback"]["text"]
    assert first["role_play"]["hint_vi"] == source["fallback"]["hint_vi"] and "example" not in first["role_play"]
    second = learner.say("xyz", session_id=first["session_id"])
    assert second["role_play"]["example"] == source["moves"][0]["examples"][0]
    third = learner.say("Here you are.", session_id=first["session_id"])
    assert third["role_play"]["node"] == "why" and third["role_play"]["misses"] == 0


def test_a_retry_does_not_move_the_scenario_twice(learner):
    begun = learner.say("Hello, here is my passport.", scenario_id="at-immigration", scripted=True)
    body = {"message": "I am a tourist.", "session_id": begun["session_id"]}
    one = learner.call("POST", "/chat", body, key="once")
    two = learner.call("POST", "/chat", body, key="once")
    assert one.json()["data"] == two.json()["data"] and one.json()["data"]["role_play"]["turns"] == 2


def test_a_streamed_turn_says_the_same(learner):
    stream = learner.stream("Here is my passport.", scenario_id="at-immigration", scripted=True)
    text = "".join(data["text"] for name, data in stream if name == "token")
    assert text == stream[-1][1]["reply"] == SCENARIOS["at-immigration"]["script"][1]["text"]


def test_with_a_model_the_goals_are_reached_by_what_the_learner_says(learner):
    first = learner.say("I'm here on holiday for two weeks.", scenario_id="at-immigration", seed=1)
    assert first["model"] != "scripted" and first["reply"].strip()
    assert first["role_play"]["reached"] == ["say-purpose", "say-length"]
    session = {"session_id": first["session_id"], "seed": 1}
    learner.say("At a small hotel. I am a nurse.", **session)
    last = learner.say("I have a return ticket for Sunday.", **session)
    assert last["role_play"]["ended"] and last["reply"] == SCENARIOS["at-immigration"]["closing"]
    assert last["role_play"]["reply_vi"] == SCENARIOS["at-immigration"]["closing_vi"]


@pytest.mark.parametrize("body, field", [
    ({"scenario_id": "no-such-scenario"}, "scenario_id"),
    ({"scenario_id": "Nicht so"}, "scenario_id"),
    ({"scripted": True}, "scripted")])
def test_what_cannot_begin_is_refused_by_name(learner, body, field):
    reply = learner.call("POST", "/chat", {"message": "Hi", **body})
    assert reply.status_code == 422 and field in fields_of(reply)
    assert learner.data("GET", "/chat/sessions") == []


def test_a_role_play_is_chosen_once(learner):
    begun = learner.say("Here you are.", scenario_id="at-immigration", scripted=True)["session_id"]
    for body, field in (({"scenario_id": "job-interview"}, "scenario_id"), ({"scripted": False}, "scripted")):
        reply = learner.call("POST", "/chat", {"message": "Hi", "session_id": begun, **body})
        assert reply.status_code == 422 and field in fields_of(reply)


def test_without_a_model_only_the_authored_partner_answers(tmp_path):
    service = started(QWEN_MODEL_PATH=str(tmp_path / "none.gguf"), LLAMA_MODEL_PATH="")
    try:
        learner = Learner(service.url)
        assert learner.call("POST", "/chat", {"message": "Hi"}).status_code == 503
        model = learner.call("POST", "/chat", {"message": "Hi", "scenario_id": "at-immigration"})
        assert model.status_code == 503
        reply = learner.say("Here you are.", scenario_id="at-immigration", scripted=True)
        assert reply["model"] == "scripted" and reply["reply"] == SCENARIOS["at-immigration"]["script"][1]["text"]
    finally:
        service.stop()
