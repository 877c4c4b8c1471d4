"""The tutor keeps to the learner's level: what it says is measured, and said again once where it is too hard."""
import pytest

LEXICON = {"A1", "A2", "B1"}
QUESTIONS = ["Tell me about the economy of your country.", "Why is the sky blue?", "What is philosophy?",
             "How does a computer work?"]


@pytest.mark.parametrize("level", sorted(LEXICON))
def test_a_reply_that_is_too_hard_is_made_easier_once(learner, service, level):
    before = after = simplified = 0
    for seed, question in enumerate(QUESTIONS):
        reply = learner.say(question, user_level=level, seed=seed, max_tokens=60)
        check = reply["level_check"]
        before += check["share_before"]
        after += check["share"]
        simplified += check["simplified"]
        assert check["share"] <= check["share_before"] or not check["simplified"]
        assert all(word in reply["reply"].lower() for word in check["beyond"])
    print(f"{level}: share of words above level {before / len(QUESTIONS):.3f} before, {after / len(QUESTIONS):.3f} "
          f"after; {simplified} of {len(QUESTIONS)} said again")


def test_a_streamed_reply_shows_nothing_that_is_taken_back(learner):
    for seed in range(3):
        got = learner.stream("What is philosophy?", user_level="A1", seed=seed, max_tokens=60)
        assert got[-1][0] == "done"
        assert "".join(data["text"] for name, data in got if name == "token") == got[-1][1]["reply"]


def test_an_advanced_learner_hears_what_the_model_said(learner):
    check = learner.say("What is philosophy?", user_level="C1", seed=1, max_tokens=60)["level_check"]
    assert not check["simplified"] and check["share"] == check["share_before"]


def test_the_learners_own_words_are_no_hard_ones(learner):
    check = learner.say("Photosynthesis! Say: photosynthesis.", user_level="A1", seed=1, max_tokens=40)["level_check"]
    assert "photosynthesis" not in check["beyond"]


def test_words_worth_a_card_come_from_the_vocabulary(learner):
    seen = []
    for seed in range(6):
        reply = learner.say("Tell me about food and the weather.", user_level="A1", seed=seed, max_tokens=60)
        seen += reply["card_suggestions"]
    assert seen and all(set(card) == {"word", "translation", "example"} and all(card.values()) for card in seen)
