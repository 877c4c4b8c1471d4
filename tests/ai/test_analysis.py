"""Errors, level and readability of a text over HTTP; the same through LanguageTool's API."""
import json
import uuid

import httpx
import pytest

import harness
from conftest import Learner, fields_of

TEXT = "Chào 😀! She have two brother."


def utf16(text, offset, length):
    raw = text.encode("utf-16-le")
    return raw[2 * offset:2 * (offset + length)].decode("utf-16-le")


def test_a_text_is_read_with_all_that_the_contract_names(learner):
    report = learner.data("POST", "/analyze/text", {"text": TEXT, "level": "A1"})
    assert report["tier"] == "instant"
    assert set(report) == {"tier", "matches", "corrected_text", "cefr", "readability", "statistics", "word_levels", "above_level"}
    assert report["corrected_text"] == "Chào 😀! She has two brothers."
    found = {utf16(TEXT, m["offset"], m["length"]): m for m in report["matches"]}
    assert set(found) >= {"have", "brother"}
    verb = found["have"]
    assert verb["replacements"][0] == "has" and verb["severity"] == "error" and verb["error_type"] == "R:VERB:SVA"
    assert verb["message"] and verb["message_vi"] and verb["rule"]["category"] == "agreement"
    assert report["cefr"]["level"] in ("A1", "A2") and set(report["cefr"]["coverage"]) == {"A1", "A2", "B1", "B2", "C1", "C2"}
    assert report["statistics"]["words"] == 5 and report["statistics"]["sentences"] == 2
    assert {"word": "brother", "level": "A1", "count": 1} in report["word_levels"]


def test_correct_english_has_no_errors(learner):
    for text in ("My sister has two dogs. They are very friendly.", "I have lived in Hanoi since 2015.",
                 "Although it was raining, we went out."):
        report = learner.data("POST", "/analyze/text", {"text": text})
        assert [m for m in report["matches"] if m["severity"] == "error"] == [], report["matches"]
        assert report["corrected_text"] == text


def test_words_above_the_level_are_named(learner):
    report = learner.data("POST", "/analyze/text", {"text": "The infrastructure is old.", "level": "A1"})
    assert "infrastructure" in report["above_level"]
    assert learner.data("POST", "/analyze/text", {"text": "The infrastructure is old."})["above_level"] == []


def test_the_deep_tier_asks_the_language_model_too(learner):
    text = "She have two brother. I like to read books in the evening with my family. He go to school."
    report = learner.data("POST", "/analyze/text", {"text": text, "deep": True})
    assert report["tier"] == "deep" and report["corrected_text"].startswith("She has two brothers.")
    too_long = learner.call("POST", "/analyze/text", {"text": "I like tea. " * 100, "deep": True})
    assert too_long.status_code == 422 and "text" in fields_of(too_long)


def test_the_gravest_error_is_explained(learner):
    error = learner.data("POST", "/analyze/error", {"text": "My mother is teacher."})
    assert error["error_type"]["type"] == "M:DET" and error["error_type"]["name_vi"]
    assert error["severity"] == "error" and error["corrected_text"] == "My mother is a teacher."
    assert error["explanation_vi"] and error["description"] and error["suggestions"]
    assert error["examples"] and all(e["wrong"] != e["right"] for e in error["examples"])


def test_what_was_wrong_in_the_same_way_before_comes_with_an_error(service):
    one, another = Learner(service.url), Learner(service.url)
    for text in ("She sing in the evening. She is a student.", "He play football every Sunday.", "I am student."):
        one.data("POST", "/analyze/text", {"text": text})
    asked = {"text": "My father watch football on television."}
    similar = one.data("POST", "/analyze/error", asked)["similar"]
    assert {s["sentence"] for s in similar} == {"She sing in the evening.", "He play football every Sunday."}
    assert all(s["original"] != s["corrected"] and s["created_at"].endswith("Z") for s in similar)
    assert another.data("POST", "/analyze/error", asked)["similar"] == []
    assert one.data("POST", "/analyze/error", {"text": "I like tea."})["similar"] == []


def test_the_context_is_read_and_not_judged(learner):
    alone = learner.data("POST", "/analyze/error", {"text": "She have a dog."})
    after = learner.data("POST", "/analyze/error", {"text": "She have a dog.", "context": "He have a cat."})
    assert after["offset"] == alone["offset"] and after["corrected_text"] == "She has a dog."


def test_only_errors_of_the_kind_that_is_asked_for(learner):
    text = "My mother is teacher. She have a dog."
    assert learner.data("POST", "/analyze/error", {"text": text, "error_type": "agreement"})["suggestions"][0] == "has"
    none = learner.data("POST", "/analyze/error", {"text": text, "error_type": "prepositions"})
    assert none["severity"] == "none" and "error_type" not in none and none["explanation_vi"]


@pytest.mark.parametrize("path, body, field", [
    ("/analyze/text", {"text": ""}, "text"), ("/analyze/text", {"text": "  \n"}, "text"), ("/analyze/text", {}, "text"),
    ("/analyze/text", {"text": "a" * 5001}, "text"), ("/analyze/text", {"text": "a", "level": "Z"}, "level"),
    ("/analyze/error", {"text": "a", "error_type": "no such"}, "error_type"),
    ("/analyze/error", {"text": "a", "kind": "x"}, "kind")])
def test_what_cannot_be_read_is_refused_by_name(learner, path, body, field):
    reply = learner.call("POST", path, body)
    assert reply.status_code == 422 and field in fields_of(reply)


@pytest.mark.parametrize("text", ["😀😀😀", "Xin chào các bạn!", "12345", "<b>html</b> & more", "a" * 5000, "A. " * 1600,
                                  "\u202eabc", "I like tea.\r\n\r\nI like milk.\t", "“She have” a dog"])
def test_any_text_is_answered(learner, text):
    report = learner.data("POST", "/analyze/text", {"text": text})
    for match in report["matches"]:
        assert utf16(text, match["offset"], match["length"])
    assert learner.call("POST", "/analyze/error", {"text": text[:1000]}).status_code == 200


def test_what_was_wrong_comes_back_as_a_suggestion(learner):
    for text in ("My mother is teacher.", "He is student at my school."):
        learner.data("POST", "/analyze/text", {"text": text})
    suggestion = next(s for s in learner.data("GET", "/analyze/suggestions") if s["source"] == "writing")
    assert suggestion["skill"] == "articles" and suggestion["mistakes"] == 2 and suggestion["title_vi"]
    assert suggestion["drill"]["type"] == "rewrite"
    assert set(suggestion["drill"]["words"]) == {"My mother is teacher.", "He is student at my school."}
    for _ in range(12):
        learner.data("POST", "/analyze/text", {"text": "My father is a doctor at a big hospital."})
    assert [s for s in learner.data("GET", "/analyze/suggestions") if s["skill"] == "articles"] == []


def test_chat_corrects_at_most_two_things_and_hints_first(learner):
    reply = learner.say("My mother is teacher. She have two brother. I am agree with you.", max_tokens=8)
    assert len(reply["corrections"]) == 2
    for correction in reply["corrections"]:
        assert correction["hint"] and correction["hint_vi"] and correction["explanation_vi"]
        assert correction["corrected"] not in correction["hint"].split()
    stream = learner.stream("She have a dog.", max_tokens=8)
    assert stream[0][0] == "correction" and stream[0][1]["corrected"] == "has"
    assert stream[-1][1]["corrections"] == [stream[0][1]]
    kinds = {note["text"] for note in learner.data("GET", "/chat/memory") if note["kind"] == "error"}
    assert any("subject and verb" in text for text in kinds)


# --- LanguageTool ------------------------------------------------------------------------------

def lt(learner, path="/v2/check", headers=None, **form):
    root = learner.url.removesuffix("/api/v1/ai")
    return httpx.post(root + path, data=form, headers=learner.headers if headers is None else headers, timeout=60)


def test_languagetools_clients_find_what_they_expect(learner):
    reply = lt(learner, text=TEXT, language="en-US")
    assert reply.status_code == 200 and reply.headers["content-type"].startswith("application/json")
    report = reply.json()
    assert report["software"]["apiVersion"] == 1 and report["language"]["code"] == "en-US"
    match = next(m for m in report["matches"] if m["replacements"][0]["value"] == "has")
    assert utf16(TEXT, match["offset"], match["length"]) == "have"
    assert utf16(match["context"]["text"], match["context"]["offset"], match["context"]["length"]) == "have"
    assert match["sentence"] == "She have two brother." and match["rule"]["category"]["id"] == "agreement"
    left_out = lt(learner, text=TEXT, language="auto", disabledRules=match["rule"]["id"]).json()
    assert match["rule"]["id"] not in {m["rule"]["id"] for m in left_out["matches"]}


def test_markup_is_passed_over(learner):
    data = {"annotation": [{"markup": "<p>"}, {"text": "She "}, {"markup": "<i>"}, {"text": "have"}, {"markup": "</i>"},
                           {"text": " a dog."}, {"markup": "</p>"}]}
    match = lt(learner, data=json.dumps(data), language="en-US").json()["matches"][0]
    assert (match["offset"], match["length"]) == (3 + 4 + 3, 4)


def test_a_personal_token_in_the_form_opens_it(learner):
    pat = harness.token(type="pat", scope="ai", jti=str(uuid.uuid4()))
    assert lt(learner, headers={}, text="Hi.", language="en", apiKey=pat).status_code == 200
    assert lt(learner, headers={}, text="Hi.", language="en").status_code == 401
    assert lt(learner, headers={}, text="Hi.", language="en", apiKey="nonsense").status_code == 401


@pytest.mark.parametrize("form", [{"text": "Hi."}, {"text": "Xin chào", "language": "vi"}, {"language": "en"},
                                  {"text": "a", "data": "{}", "language": "en"}, {"data": "x", "language": "en"},
                                  {"text": "a" * 20001, "language": "en"}])
def test_languagetools_refusals_are_a_line_of_text(learner, form):
    reply = lt(learner, **form)
    assert reply.status_code == 400 and reply.text.startswith("Error: '")
