"""Pronunciation analysis over HTTP: real voices, real learners, recordings that cannot be judged."""
import json
import pathlib

import pytest

import harness
from speech_support import bad_recordings, distorted, hiss, learner, loaded, refused, said, silence

TEXT = "I like green tea with my breakfast."
CLIPS = harness.CLONE / "tests" / "data" / "speechocean762"


@pytest.fixture(scope="module")
def service():
    service = harness.ai_service(MAX_AUDIO_SIZE_MB="2").start()
    yield loaded(service, "stt", "tts", "aligner")
    service.stop()


@pytest.fixture
def client(service):
    with learner(service) as client:
        yield client


@pytest.fixture(scope="module")
def recording(service):
    with learner(service) as client:
        return said(client, TEXT)


def post(client, data, text, **fields):
    return client.post("/pronunciation/analyze", files={"audio": ("a", data)}, data={"target_text": text, **fields})


def analysed(client, data, text):
    reply = post(client, data, text)
    assert reply.status_code == 200, reply.text
    return reply.json()["data"]


def stored(client):
    return client.get("/pronunciation/history").json()["pagination"]["total"]


def files(service):
    return sum(p.is_file() for p in pathlib.Path(service.environment["AUDIO_UPLOAD_DIR"]).rglob("*"))


def test_a_good_reading_has_good_scores_and_every_sound_in_its_place(client, recording):
    data = analysed(client, recording, TEXT)
    analysis = data["analysis"]
    for score in ("overall_score", "fluency_score", "pronunciation_score", "completeness_score"):
        assert 70 <= analysis[score] <= 100, (score, analysis[score])
    assert [w["word"] for w in analysis["words"]] == ["I", "like", "green", "tea", "with", "my", "breakfast"]
    times = [t for w in analysis["words"] for p in w["phonemes"] for t in (p["start"], p["end"])]
    assert times == sorted(times) and times[-1] < 6
    for phoneme in (p for w in analysis["words"] for p in w["phonemes"]):
        assert phoneme["ipa"] and phoneme["expected"] == phoneme["phoneme"]
        assert phoneme["error_type"] in ("match", "substitution", "deletion")
        assert bool(phoneme["feedback"]) == bool(phoneme["feedback_vi"])
        assert phoneme["error_type"] != "match" or phoneme["actual"] == phoneme["expected"]
    assert len(analysis["phoneme_scores"]) == sum(len(w["phonemes"]) for w in analysis["words"])
    assert "green tea" in data["transcript"]
    assert data["scorer_version"] == "ps-align-1" and 0.5 < data["confidence"] <= 1 and data["processing_time"] > 0
    assert data["audio_quality"]["ok"] and data["audio_quality"]["speech_seconds"] > 1


def test_another_text_is_low_and_the_transcript_is_what_was_said(client, recording):
    data = analysed(client, recording, "Seven children walked slowly home from school.")
    assert data["analysis"]["overall_score"] < 50 and data["analysis"]["completeness_score"] < 50
    assert "green tea" in data["transcript"]
    assert data["analysis"]["improvements"] and data["analysis"]["improvements_vi"]


def test_a_word_left_out_and_a_word_put_in_are_found(client):
    spoken = said(client, "My brother works in a hospital.")
    words = analysed(client, spoken, "My brother works hard every day in a hospital.")["analysis"]["words"]
    wrong = {w["word"] for w in words if w["error_type"] in ("omission", "mispronunciation")}
    assert {"every", "day"} <= wrong, words
    assert any(w["error_type"] == "omission" and w["score"] == 0 for w in words)
    words = analysed(client, spoken, "My brother works.")["analysis"]["words"]
    assert "hospital" in [w["word"] for w in words if w["error_type"] == "insertion"]


def test_real_learners_get_advice_in_both_languages(client):
    advised = 0
    for clip in [json.loads(line) for line in (CLIPS / "clips.jsonl").read_text().splitlines()][:6]:
        data = analysed(client, (CLIPS / f"{clip['id']}.opus").read_bytes(), clip["text"])
        for word in data["analysis"]["words"]:
            for phoneme in word["phonemes"]:
                if phoneme["error_type"] != "match" and phoneme["score"] < 40:
                    assert "/" in phoneme["feedback"] and "/" in phoneme["feedback_vi"]
                    advised += 1
        assert len(data["analysis"]["improvements"]) == len(data["analysis"]["improvements_vi"]) <= 3
    assert advised > 0


def test_the_recording_is_kept_as_it_was_sent(client, recording):
    data = analysed(client, recording, TEXT)
    reply = client.get(f"/audio/{data['audio_id']}")
    assert reply.content == recording and reply.headers["content-type"] == "audio/wav"
    assert data["audio_url"].endswith(data["audio_id"])


def test_the_history_is_paged_newest_first_and_ones_own(service, client, recording):
    made = [analysed(client, recording, text) for text in ("I like green tea.", "I like tea.", TEXT)]
    first = client.get("/pronunciation/history", params={"page_size": 2}).json()
    second = client.get("/pronunciation/history", params={"page_size": 2, "page": 2}).json()
    assert first["data"] + second["data"] == made[::-1]
    assert first["pagination"] == {"page": 1, "page_size": 2, "total": 3, "total_pages": 2}
    with learner(service) as other:
        assert other.get("/pronunciation/history").json()["data"] == []
    for query, field in (({"page": 0}, "page"), ({"page_size": 101}, "page_size"), ({"size": 1}, "size")):
        refused(client.get("/pronunciation/history", params=query), 422, field)


def test_statistics_count_each_sound(client, recording):
    empty = client.get("/pronunciation/stats").json()["data"]
    assert empty["analyses"] == 0 and empty["phonemes"] == [] and empty["weakest"] == []
    data = analysed(client, recording, TEXT)
    analysed(client, recording, TEXT)
    stats = client.get("/pronunciation/stats", params={"days": 1}).json()["data"]
    assert stats["analyses"] == 2 and stats["mean_overall"] == pytest.approx(data["analysis"]["overall_score"], abs=1)
    by_phoneme = {p["phoneme"]: p for p in stats["phonemes"]}
    scores = [p["score"] for p in data["analysis"]["phoneme_scores"] if p["phoneme"] == "T"]
    assert by_phoneme["T"]["count"] == 2 * len(scores)
    assert by_phoneme["T"]["mean_score"] == pytest.approx(sum(scores) / len(scores), abs=1)
    refused(client.get("/pronunciation/stats", params={"days": 0}), 422, "days")


@pytest.mark.parametrize("text, field", [("", "target_text"), ("   ", "target_text"), ("12 34", "target_text"),
                                         ("?!", "target_text"), ("你好", "target_text"), ("a" * 301, "target_text")])
def test_a_text_that_cannot_be_read_aloud_is_refused(service, client, recording, text, field):
    before = files(service)
    refused(post(client, recording, text), 422, field)
    assert stored(client) == 0 and files(service) == before


def test_other_languages_and_unknown_fields_are_refused(client, recording):
    refused(post(client, recording, TEXT, language="vi"), 422, "language")
    refused(post(client, recording, TEXT, user_id="somebody"), 422, "user_id")
    refused(client.post("/pronunciation/analyze", files={"audio": ("a", recording)}), 422, "target_text")
    assert post(client, recording, TEXT, language="en-GB").status_code == 200


def test_no_bad_recording_is_judged_or_kept(service, client, recording):
    before = files(service)
    for name, data, status in bad_recordings(recording):
        error = refused(post(client, data, TEXT), status)
        assert "audio" in error["details"]["fields"] or status == 413, (name, error)
    assert stored(client) == 0 and files(service) == before


def test_a_recording_that_cannot_be_judged_asks_for_another(service, client, recording):
    before = files(service)
    for name, data in (("silent", silence(2)), ("nothing but noise", hiss(2, 0.02)),
                       ("a moment", silence(0.2)), ("distorted", distorted(recording))):
        error = refused(post(client, data, TEXT), 422, "audio")
        assert "record again" in error["message"], (name, error)
    assert stored(client) == 0 and files(service) == before
