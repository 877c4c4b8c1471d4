"""What to work on next, from readings that went wrong and from those that went right afterwards."""
import pytest

import harness
from speech_support import learner, loaded, said

# The aligner takes a native voice's near miss ("sink" for "think") for right, so the wrong reading is another text.
RIGHT, READ = "I think three things are better.", "I like green tea with my breakfast."


@pytest.fixture(scope="module")
def service():
    service = harness.ai_service().start()
    yield loaded(service, "stt", "tts", "aligner")
    service.stop()


def read(client, text, recording):
    reply = client.post("/pronunciation/analyze", files={"audio": ("a", recording)}, data={"target_text": text})
    assert reply.status_code == 200, reply.text


def suggestions(client, **filters):
    reply = client.get("/analyze/suggestions", params=filters)
    assert reply.status_code == 200, reply.text
    return reply.json()["data"]


def test_a_sound_that_goes_wrong_is_named_with_evidence_and_a_drill_until_it_goes_right(service):
    with learner(service) as client:
        assert suggestions(client) == []
        wrong, right = said(client, READ), said(client, RIGHT)
        for _ in range(3):
            read(client, RIGHT, wrong)
        found = suggestions(client)
        assert found
        assert [s["priority"] for s in found] == sorted((s["priority"] for s in found), reverse=True)
        for one in found:
            assert one["reason"] and one["reason_vi"] and 0 < one["priority"] <= 1
            assert 2 <= one["mistakes"] <= one["tries"] and 1 <= len(one["evidence"]) <= 3
            assert all(e["expected"] == one["skill"] and e["actual"] != one["skill"] for e in one["evidence"])
            assert one["drill"]["pairs"] or one["drill"]["words"]
        assert len(suggestions(client, limit=1)) == 1
        before = {s["skill"]: s["priority"] for s in suggestions(client, limit=20)}
        for _ in range(3):
            read(client, RIGHT, right)
        after = {s["skill"]: s["priority"] for s in suggestions(client, limit=20)}
        assert sum(after.values()) < sum(before.values()), "reading it right changed nothing"
    with learner(service) as other:
        assert suggestions(other) == [], "somebody else's mistakes"


@pytest.mark.parametrize("limit", ["0", "21", "many"])
def test_a_limit_that_cannot_be_is_refused(service, limit):
    with learner(service) as client:
        assert client.get("/analyze/suggestions", params={"limit": limit}).status_code == 422
