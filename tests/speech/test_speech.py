"""Speech, both ways, through the real service with profile `standard`'s voice and recogniser."""
import json
import pathlib
import re
import sys

import httpx
import jiwer
import num2words
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness

CLIPS = harness.CLONE / "tests" / "data" / "speechocean762"


@pytest.fixture(scope="module")
def client():
    models = pathlib.Path(harness.os.environ["LEXI_MODELS"])
    service = harness.ai_service(WHISPER_MODEL_PATH=str(models / "ggml-base.bin")).start()
    with httpx.Client(base_url=service.url + "/api/v1/ai", headers=harness.bearer(), timeout=120) as client:
        harness.wait_for(lambda: all(e["state"] != "loading" for e in harness.engines(service.url).values()), 60)
        yield client
    service.stop()


def content_sentences(count):
    words = json.loads((harness.CLONE / "content" / "vocabulary" / "a1.json").read_text())["words"]
    step = len(words) / count
    return [words[int(i * step)]["example"] for i in range(count)]


def figures_read(sentence):
    """Whisper writes "9" and "7:30" where a text has "nine" and "seven thirty"; both are the same words."""
    sentence = re.sub(r"(\d),(\d{3})", r"\1\2", sentence)
    return re.sub(r"\d+", lambda figures: " " + num2words.num2words(int(figures[0])).replace("-", " ") + " ",
                  sentence.replace(":00", " ").replace(":", " ")).replace("-", " ")


def figures_of_each(sentences):
    return [figures_read(one) for one in sentences]


def test_what_the_voice_says_is_heard_back(client):
    # "Where's" for "where is" is a spelling, as in OpenAI's own normaliser for Whisper.
    plain = jiwer.Compose([figures_of_each, jiwer.ToLowerCase(), jiwer.ExpandCommonEnglishContractions(),
                           jiwer.RemovePunctuation(), jiwer.RemoveMultipleSpaces(), jiwer.Strip(),
                           jiwer.ReduceToListOfListOfWords()])
    said = content_sentences(100)
    heard = []
    for sentence in said:
        spoken = client.post("/tts", json={"text": sentence}, headers={"Accept": "audio/wav"})
        assert spoken.status_code == 200, spoken.text
        text = client.post("/stt", files={"audio": ("a.wav", spoken.content, "audio/wav")}, data={"language": "en"})
        assert text.status_code == 200, text.text
        heard.append(text.json()["data"]["text"] or "-")
    rate = jiwer.wer(said, heard, reference_transform=plain, hypothesis_transform=plain)
    for a, b in zip(said, heard):
        if plain([a]) != plain([b]):
            print(f"  said {a!r}, heard {b!r}")
    print(f"tts then stt over {len(said)} sentences: word error rate {rate:.1%}")
    # The voice never says a sentence twice alike: draws of these 100 lie between 3.6 and 5.8 %. `./lexi bench speech
    # both` measures against the 5 % that is wanted; here a recogniser or a voice that got worse must show.
    assert rate <= 0.08


def overall(client, audio, text):
    reply = client.post("/pronunciation/analyze", files={"audio": ("a.opus", audio, "audio/ogg")},
                        data={"target_text": text})
    assert reply.status_code in (200, 201), reply.text
    return reply.json()["data"]["analysis"]["overall_score"]


def test_the_right_text_scores_above_a_wrong_one(client):
    clips = [json.loads(line) for line in (CLIPS / "clips.jsonl").read_text().splitlines()]
    wins = 0
    for i, clip in enumerate(clips):
        audio = (CLIPS / f"{clip['id']}.opus").read_bytes()
        other = clips[(i + 37) % len(clips)]["text"]
        wins += overall(client, audio, clip["text"]) > overall(client, audio, other)
    print(f"right text above wrong text: {wins} of {len(clips)} pairs")
    assert wins >= 0.85 * len(clips)
