"""A conversation of any length fits: its older part becomes a summary, and the prompt's beginning stays the same."""
import pytest

from conftest import Learner, started



@pytest.fixture(scope="module")
def narrow():
    service = started(LLM_CONTEXT_TOKENS="1024", MAX_TOKENS="64")
    yield service
    service.stop()


def test_a_long_conversation_goes_on(narrow):
    learner = Learner(narrow.url)
    reply = learner.say("Hello! Let us talk about my family.", seed=1, max_tokens=16)
    session, sizes, cached = reply["session_id"], [], []
    for turn in range(24):
        reply = learner.say(f"Number {turn}: my aunt has a small shop near the river and sells fruit every morning.",
                            session_id=session, seed=turn, max_tokens=16)
        sizes.append(reply["usage"]["prompt_tokens"])
        cached.append(reply["usage"]["cached_tokens"])
    assert max(sizes) + 16 <= 1024
    drops = [late - early for early, late in zip(sizes, sizes[1:]) if late < early]
    assert drops and min(drops) < -100, sizes       # the history was summarised, not only cut by a message
    grown = [at for at in range(1, len(sizes)) if sizes[at] > sizes[at - 1]]
    served = [cached[at] >= sizes[at - 1] // 2 for at in grown]
    assert sum(served) >= len(served) * 2 // 3, (sizes, cached)   # between summaries the cache serves
    shown = learner.data("GET", f"/chat/sessions/{session}")
    assert len(shown["messages"]) == 50   # what was said is all there
