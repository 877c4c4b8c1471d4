"""Judges generated exercises as a learner would meet them, from content/ and the content checker's own level and
marks rules alone: it knows nothing of how they were made."""
import json
import re
import sys
import unicodedata

import harness

sys.path.insert(0, str(harness.CLONE / "scripts"))
from lexi_check.levels import TOKEN, Words
from lexi_check.text import normal, sentences
from lexi_check.vietnamese import Marks

LEVELS = ["A1", "A2", "B1", "B2"]
ENTRIES = [(listing["level"], entry) for path in sorted((harness.CLONE / "content/vocabulary").glob("*.json"))
           for listing in [json.loads(path.read_text(encoding="utf-8"))] for entry in listing["words"]]
WORDS = Words([(level, entry["word"], entry["part_of_speech"]) for level, entry in ENTRIES])
SENTENCES = {normal(entry["example"]) for _, entry in ENTRIES}
MARKS = Marks(WORDS, set())
# Syllables that say nothing of a meaning.
EMPTY = set("cái con sự người một cho của và các những được bị có là đồ ở với ra vào lên xuống thứ".split())


def syllables(translation):
    return set(re.findall(r"\w+", translation.lower())) - EMPTY


def meanings(text):
    """The syllables of every meaning that an option, English or Vietnamese, can have."""
    found = set()
    for _, entry in ENTRIES:
        if text.lower() == entry["word"].lower() or text == entry["translation"]:
            found |= syllables(entry["translation"])
    return found


def right_options(item):
    """The options that share a meaning with the answer."""
    right = meanings(item["answer"])
    return [o for o in item["options"] if o == item["answer"] or meanings(o) & right]


def folded(text):
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))


def contains(text, part):
    return f" {folded(part)} " in f" {folded(text)} "


def above(texts, level):
    """English words above the level; a capital within a sentence makes a name."""
    found = []
    for text in texts:
        for sentence in sentences(text):
            for place, word in enumerate(TOKEN.findall(sentence)):
                if not (place and word[0].isupper()) and len(word) > 1 and WORDS.beyond(word.lower(), level):
                    found.append(word)
    return found


def problems(item):
    return [*common(item), *BY_KIND[item["type"]](item)]


def common(item):
    english = [item["answer"], *item["options"], *(set(item["tokens"]) - set(item["answer"].split())),
               *(p["left"] for p in item["pairs"])]
    if item["type"] not in ("reorder", "translation"):
        english.append(item["prompt"])
    hard = above([text for text in english if text.isascii()], item["level"] if item["level"] in LEVELS else "B2")
    if hard:
        yield f"above level: {hard}"
    vietnamese = [p["right"] for p in item["pairs"]]
    if item["type"] in ("reorder", "translation"):
        vietnamese.append(item["prompt"])
    for text in vietnamese:
        if MARKS.lost("translation", text) and not re.search(r"[A-Z]", text):
            yield f"lost marks: {text}"
    if not item["instruction"] or not item["instruction_vi"]:
        yield "no instruction"


def multiple_choice(item):
    if len(item["options"]) != 4:
        yield "not four options"
    if len({folded(o) for o in item["options"]}) != len(item["options"]):
        yield "duplicate options"
    if len(right_options(item)) != 1:
        yield f"two right answers: {right_options(item)}"
    if contains(item["prompt"], item["answer"]) or contains(item["hint_vi"], item["answer"]):
        yield "leaked answer"


def cloze(item):
    if item["prompt"].count("____") != 1:
        yield "not one gap"
    if normal(item["prompt"].replace("____", item["answer"])) not in SENTENCES:
        yield "the filled gap is no known sentence"
    if contains(item["prompt"], item["answer"]) or contains(item["hint_vi"], item["answer"]):
        yield "leaked answer"
    right = meanings(item["answer"])
    twins = [entry["word"] for _, entry in ENTRIES
             if len(entry["word"]) == len(item["answer"]) and entry["word"][0] == item["answer"][0]
             and entry["word"] not in (item["answer"], *item["words"]) and syllables(entry["translation"]) & right]
    if twins:
        yield f"two right answers: {twins}"


def order(item, strays):
    needed = item["answer"].split()
    left = list(item["tokens"])
    for token in needed:
        if token in left:
            left.remove(token)
        else:
            yield f"missing token: {token}"
    if len(left) != strays:
        yield f"{len(left)} tokens too many"
    if item["tokens"] == needed:
        yield "leaked answer"
    if not needed[0][0].isupper() or needed[-1][-1] not in ".!?":
        yield "the ends are not fixed"
    if normal(item["answer"]) not in SENTENCES:
        yield "no known sentence"
    inner = [t.lower() for t in needed[1:-1]]
    if "and" in inner or "or" in inner:
        yield "two right answers: sides of a pair"


def dictation(item):
    if item["audio_text"] != item["answer"] or item["prompt"]:
        yield "what is heard is not the answer, or is shown"
    if re.search(r"\d", item["answer"]):
        yield "two right answers: figures"
    if normal(item["answer"]) not in SENTENCES:
        yield "no known sentence"


def matching(item):
    if not 4 <= len(item["pairs"]) <= 5 or item["answer"]:
        yield "wrong count of pairs"
    for side in ("left", "right"):
        if len({folded(p[side]) for p in item["pairs"]}) != len(item["pairs"]):
            yield "duplicate options"
    for one in item["pairs"]:
        for other in item["pairs"]:
            if one is not other and meanings(one["left"]) & syllables(other["right"]):
                yield f"two right answers: {one['left']} = {other['right']}"


def error_spotting(item):
    if normal(item["answer"]) not in SENTENCES:
        yield "the correction is no known sentence"
    if normal(item["prompt"]) in SENTENCES or normal(item["prompt"]) == normal(item["answer"]):
        yield "nothing is wrong"
    wrong, right = item["prompt"].split(), item["answer"].split()
    while wrong and right and wrong[0] == right[0]:
        wrong, right = wrong[1:], right[1:]
    while wrong and right and wrong[-1] == right[-1]:
        wrong, right = wrong[:-1], right[:-1]
    if len(wrong) > 2 or len(right) > 2:
        yield "more than one mistake"
    if contains(item["hint_vi"], item["answer"]):
        yield "leaked answer"


BY_KIND = {"multiple_choice": multiple_choice, "cloze": cloze, "reorder": lambda item: order(item, 0),
           "translation": lambda item: order(item, 2), "dictation": dictation, "matching": matching,
           "error_spotting": error_spotting}
