"""The tutor on language models elsewhere: a real one of ours, and servers that lie, dawdle and die."""
import time

import httpx
import pytest

import harness
from bad_llm_server import BadServer
from conftest import Learner, started
from harness import engines, token, wait_for


def remote(*servers, **environment):
    """A service without a language model of its own."""
    urls = ",".join(getattr(server, "url", server) for server in servers)
    service = harness.ai_service(LLM_REMOTE_URLS=urls, QWEN_MODEL_PATH="/nowhere/none.gguf", LLAMA_MODEL_PATH="",
                                 LLM_REMOTE_TIMEOUT_SECONDS="3",
                                 **{"CHAT_CORRECTIONS": "off", **environment}).start()
    wait_for(lambda: engines(service.url)["llm-remote"]["state"] != "loading", 20)
    return service


@pytest.fixture
def server():
    made = BadServer()
    yield made
    made.stop()


@pytest.fixture
def tutor(server):
    service = remote(server)
    yield service
    service.stop()


def ask(**more):
    return {"messages": [{"role": "user", "content": "Tell me about rain."}], **more}


def counters(service):
    return engines(service.url)["llm-remote"]["counters"]


def test_a_server_of_ours_gives_the_answers_it_gives_itself(service):
    asking = remote(service.url + "/v1", LLM_REMOTE_API_KEY=token(), LLM_REMOTE_MODEL="")
    try:
        assert wait_for(lambda: engines(asking.url)["llm-remote"]["state"] == "ready", 20)
        for more in ({"seed": 1}, {"seed": 2, "stop": ["."]}, {"seed": 3, "logprobs": True, "top_logprobs": 2}):
            body = ask(max_tokens=30, **more)
            ours, theirs = (httpx.post(one.url + "/v1/chat/completions", json=body, headers=harness.bearer(),
                                       timeout=60).json() for one in (service, asking))
            assert theirs["choices"][0]["message"] == ours["choices"][0]["message"] and theirs["model"] == ours["model"]
            assert theirs["usage"]["completion_tokens"] == ours["usage"]["completion_tokens"]
            if "logprobs" in more:
                bytes_of = lambda made: [t["bytes"] for t in made["choices"][0]["logprobs"]["content"]]
                assert bytes_of(theirs) == bytes_of(ours)
        streamed = Learner(asking.url).stream("Tell me about rain.", seed=1)
        assert "".join(d["text"] for n, d in streamed if n == "token") == streamed[-1][1]["reply"]
    finally:
        asking.stop()


def test_the_key_is_sent_and_letters_cut_anywhere_come_whole(server):
    service = remote(server, LLM_REMOTE_API_KEY="a-key")
    try:
        reply = Learner(service.url).say("Hello.", max_tokens=9)
        assert reply["reply"] == "All is well. Ở" and reply["usage"]["prompt_tokens"] == 11
        body, key = server.bodies[-1]
        assert key == "Bearer a-key" and body["stream"] is True and body["max_tokens"] == 9
    finally:
        service.stop()


def test_a_failure_before_the_first_token_is_tried_again(server, tutor):
    server.mode = "fails_once"
    assert Learner(tutor.url).say("Hello.")["reply"] == "All is well. Ở"
    assert counters(tutor)["jobs_retried"] == 1


@pytest.mark.parametrize("mode", ["bad_json", "bad_types", "wrong_type", "closes_at_once", "one_event_for_ever",
                                  "slow", "comments_for_ever", "refuses"])
def test_a_lying_server_costs_a_503_and_nothing_else(server, tutor, mode):
    server.mode = mode
    learner = Learner(tutor.url)
    began = time.monotonic()
    reply = learner.call("POST", "/chat", {"message": "Hello.", "max_tokens": 20})
    assert reply.status_code == 503 and time.monotonic() - began < 15
    assert server.requests == (1 if mode == "refuses" else 3)  # a try and two more
    assert httpx.get(tutor.url + "/ready").status_code == 200
    session = learner.data("GET", "/chat/sessions")[0]["id"]  # what was said is kept
    assert [m["role"] for m in learner.data("GET", f"/chat/sessions/{session}")["messages"]][0] == "user"
    server.mode = "good"
    assert wait_for(lambda: learner.call("POST", "/chat", {"message": "Again."}).status_code == 200, 20)


def test_what_is_shown_is_not_taken_back_when_a_server_closes_early(server, tutor):
    server.mode = "closes_early"
    with httpx.stream("POST", tutor.url + "/v1/chat/completions", headers=harness.bearer(), timeout=20,
                      json=ask(max_tokens=20, stream=True)) as reply:
        text = reply.read().decode()
    assert '"All "' in text and '"is "' in text and '"error"' in text and text.endswith("data: [DONE]\n\n")
    assert server.requests == 1


def test_a_server_that_never_stops_is_stopped_at_the_limit(server, tutor):
    server.mode = "text_for_ever"
    reply = Learner(tutor.url).say("Hello.", max_tokens=20)
    assert 20 <= len(reply["reply"].split()) <= 21
    assert wait_for(lambda: server.broken_pipes == 1, 10)


def test_a_dead_endpoint_is_passed_over_and_then_left_alone(server):
    service = remote("http://127.0.0.1:9/v1", server)
    try:
        assert wait_for(lambda: engines(service.url)["llm-remote"]["state"] == "ready", 20)
        learner = Learner(service.url)
        for _ in range(4):
            assert learner.say("Hello.")["reply"].startswith("All is well")
        assert server.requests == 4
    finally:
        service.stop()


def test_when_all_are_away_it_is_said_and_a_local_model_serves(server):
    server.mode = "models_down"
    service = started(LLM_REMOTE_URLS=server.url, LLM_REMOTE_TIMEOUT_SECONDS="3")
    try:
        seen = engines(service.url)
        assert seen["llm-remote"]["state"] == "failed" and "500" in seen["llm-remote"]["reason"]
        learner = Learner(service.url)
        assert learner.say("Hello.", max_tokens=4)["model"].startswith("SmolLM2")
        server.mode = "good"
        assert wait_for(lambda: engines(service.url)["llm-remote"]["state"] == "ready", 30)
        assert learner.say("Hello.", max_tokens=4)["model"] == "peer"
    finally:
        service.stop()


def test_a_client_that_goes_away_closes_the_servers_connection(server, tutor):
    server.mode = "slow_text"
    with httpx.stream("POST", tutor.url + "/v1/chat/completions", headers=harness.bearer(), timeout=20,
                      json=ask(max_tokens=60, stream=True)) as reply:
        for chunk in reply.iter_raw():
            if b'"more "' in chunk:
                break
    assert wait_for(lambda: server.broken_pipes == 1, 10)
    assert wait_for(lambda: counters(tutor)["jobs_cancelled"] == 1, 10)


def test_a_slow_server_keeps_nobody_waiting(server):
    quick = BadServer()
    service = remote(server, quick)
    try:
        assert wait_for(lambda: counters(service)["endpoints"] == 2, 5)
        time.sleep(0.5)
        server.mode = "slow"
        learner = Learner(service.url)
        with httpx.Client(timeout=20) as client:
            took = []
            for _ in range(6):
                began = time.monotonic()
                client.get(service.url + "/health").raise_for_status()
                took.append(time.monotonic() - began)
                learner.call("POST", "/chat", {"message": "Hello.", "max_tokens": 4})
        assert max(took) < 1
    finally:
        service.stop()
        quick.stop()
