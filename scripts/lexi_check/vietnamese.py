"""Vietnamese words that lost their marks: "khong" for "không"."""
import functools
import re
from pathlib import Path

# The shape of a Vietnamese syllable, marks taken away.
SYLLABLE = re.compile(r"(ngh|ng|nh|n|tr|th|t|ch|c|kh|k|gh|gi|g|ph|p|qu|[bdhlmrsvx])?"
                      r"[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?")
QUOTED = re.compile(r"-[a-z]+|“[^”]*”|\"[^\"]*\"|/[^/\s]*/|\([^()]*[a-z]'[a-z][^()]*\)")
DATA = Path(__file__).resolve().parent / "data"
# Vietnamese throughout; the other keys ending in _vi explain English and quote it.
WHOLLY_VIETNAMESE = ("translation", "example_vi", "text_vi", "answer_vi", "title_vi")


@functools.cache
def plain_words():
    return set((DATA / "vietnamese-plain.txt").read_text(encoding="utf-8").split())


class Marks:
    """Knows which words without marks are words of Vietnamese."""

    def __init__(self, english_words, names):
        self.plain, self.english, self.names = plain_words(), english_words, names

    def lost(self, key, text):
        """The words of the text that lack their marks."""
        strict, text = key in WHOLLY_VIETNAMESE, text.replace("**", "")
        found = []
        for word in words_without_marks(text if strict else QUOTED.sub(" . ", text)):
            lower = word.lower()
            if not SYLLABLE.fullmatch(lower) or lower in self.plain or len(lower) < 2:
                continue
            if word in self.names or (not strict and self.english.is_english(lower)):
                continue
            found.append(word)
        return found


def words_without_marks(text):
    return [word for word in re.findall(r"[^\W\d_]+", text) if word.isascii()]
