"""The level of an English word: the lowest list that teaches it, or else how common it is."""
import functools
import re
from pathlib import Path

from .text import NEGATED, inflections, sentences

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
# A word that no list teaches counts as known among the so many most frequent forms of English.
KNOWN_BY_FREQUENCY = {"A1": 1500, "A2": 2500, "B1": 4000, "B2": 7000}
DATA = Path(__file__).resolve().parent / "data"
TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
IPA = re.compile(r"/[^/\n]*[^/\x00-\x7f][^/\n]*/|/[a-zˈː]{1,3}/")


@functools.cache
def frequency_ranks():
    """Word form -> how many words are more frequent; a form counts as much as its base."""
    ranks = {}
    for rank, word in enumerate((DATA / "english-frequency.txt").read_text(encoding="utf-8").split()):
        for form in inflections(word):
            ranks.setdefault(form, rank)
    return ranks


class Words:
    def __init__(self, entries):
        """`entries`: (level, word, part of speech) of every list."""
        self.taught, self.in_phrases, self.ranks = {}, {}, frequency_ranks()
        for level, word, part_of_speech in entries:
            parts = re.split(r"[\s-]+", word)
            found = self.taught if len(parts) == 1 else self.in_phrases
            for part in parts:
                for form in inflections(part, part_of_speech):
                    found[form] = min(found.get(form, "C2"), level)

    def is_english(self, word):
        return word in self.taught or word in self.ranks

    def beyond(self, word, level):
        """Why the word lies beyond the level; "" if it does not."""
        readings = [word, *base_of(word)]
        taught = [self.taught[w] for w in readings if w in self.taught]
        if any(self.in_phrases.get(w, "Z") <= level for w in readings):
            return ""
        if taught:
            return f"taught at {min(taught)}" if min(taught) > level else ""
        limit = KNOWN_BY_FREQUENCY.get(level)
        if limit is None or any(self.ranks.get(w, limit) < limit for w in readings):
            return ""
        return "in no list and not among the most common words"


def base_of(word):
    """The word under a contraction: doesn't -> does, let's -> let."""
    if word in NEGATED:
        return [NEGATED[word]]
    if word.endswith("n't"):
        return [word[:-3]]
    return [word.split("'")[0]] if "'" in word else []


def names_of(texts):
    """Words with a capital within a sentence."""
    names = set()
    for text in texts:
        for sentence in sentences(text):
            tokens = TOKEN.findall(sentence)
            names |= {t.replace("’", "'").split("'")[0] for t in tokens[1:] if t[0].isupper()}
    return names - {"I"}


def check_level(report, where, slug, level, texts, names, words):
    beyond = {}
    for text in texts:
        for token in TOKEN.findall(IPA.sub(" ", " ".join(sentences(text)))):
            token = token.replace("’", "'")
            if len(token) == 1 or token.split("'")[0] in names:
                continue
            reason = words.beyond(token.lower(), level)
            if reason:
                beyond[token.lower()] = reason
    for word, reason in sorted(beyond.items()):
        report.add(where, slug, f"{word} is above {level}: {reason}")
