"""Words, sentences and forms: what the checks compare texts by."""
import re
import unicodedata
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"
GAP = "____"
CONTRACTIONS = (("won't", "will not"), ("can't", "can not"), ("n't", " not"), ("'m", " am"),
                ("'re", " are"), ("'s", " is"), ("'ll", " will"), ("'ve", " have"), ("'d", " would"))
NEGATED = {"won't": "will", "can't": "can", "shan't": "shall"}

# base: every irregular form
IRREGULAR_VERBS = {line.split()[0]: line.split()[1:] for line in
                   (DATA / "irregular-verbs.txt").read_text(encoding="utf-8").splitlines()}
IRREGULAR = IRREGULAR_VERBS | {
    "man": ["men"], "woman": ["women"], "child": ["children"], "person": ["people"],
    "foot": ["feet"], "tooth": ["teeth"], "mouse": ["mice"], "goose": ["geese"],
    "life": ["lives"], "wife": ["wives"], "knife": ["knives"], "leaf": ["leaves"],
    "half": ["halves"], "shelf": ["shelves"], "loaf": ["loaves"], "wolf": ["wolves"],
    "thief": ["thieves"], "scarf": ["scarves"], "self": ["selves"], "quiz": ["quizzes"],
    "good": ["better", "best"], "well": ["better", "best"], "bad": ["worse", "worst"],
    "badly": ["worse", "worst"], "far": ["farther", "further", "farthest", "furthest"],
    "little": ["less", "least"], "much": ["more", "most"], "many": ["more", "most"],
    "can": ["could"], "a": ["an"],
    "not": ["don't", "doesn't", "isn't", "aren't", "didn't", "can't", "won't"]}
SENTENCE_END = re.compile(r"(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bDr\.)(?<=[.!?])[”\"]?\s+(?=[\"“]?[A-Z_])|\n")
COMPARED = ("adjective", "adverb", "determiner")


def normal(text):
    """Case, punctuation, contractions and spacing taken away: what the learner's answer is judged by."""
    text = unicodedata.normalize("NFC", text).lower().replace("’", "'")
    for short, full in CONTRACTIONS:
        text = text.replace(short, full)
    return " ".join(re.findall(r"[\w:/]+", text))


def words_of(text):
    text = text.lower().replace("’", "'")
    return [w.strip("'") for w in re.findall(r"[\w']+", text) if w.strip("'")]


def sentences(text):
    """The sentences of a text, without the A: and B: of a conversation."""
    lines = re.sub(r"(?m)^\s*[A-Z][a-z]*: ", "", text)
    return [s.strip() for s in SENTENCE_END.split(lines) if s.strip()]


def has_diacritic(text):
    decomposed = unicodedata.normalize("NFD", text)
    return any(unicodedata.combining(c) for c in decomposed) or "đ" in text.lower()


def duplicates(values):
    seen, twice = set(), []
    for value in values:
        (twice.append(value) if value in seen else seen.add(value))
    return twice


def endings(word, vowel, consonant):
    """The word with regular endings: `vowel` ones ("ed") may double or drop a letter before them."""
    forms = {word + end for end in vowel + consonant}
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        forms |= {word[:-1] + "i" + end for end in vowel if end[0] == "e"}
    if word.endswith("e"):
        forms |= {word[:-1] + end for end in vowel}
    if re.search(r"([^aeiou]|^|qu)[aeiou][^aeiouwxy]$", word):
        forms |= {word + word[-1] + end for end in vowel}
    return forms


def inflections(word, part_of_speech=""):
    w = word.lower()
    forms = {w, w + "'s", w + "s'", *endings(w, ["es", "ed", "ing"], ["s"]), *IRREGULAR.get(w, [])}
    if part_of_speech in COMPARED:
        forms |= endings(w, ["er", "est"], [])
    return forms
