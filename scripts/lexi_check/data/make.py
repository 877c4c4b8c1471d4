"""Makes the two lists beside this file from PyPI's wordfreq 3.1.1 (pip install wordfreq).

english-frequency.txt   English word forms, the most frequent first
vietnamese-plain.txt    Vietnamese syllables that are words without any mark
"""
import re
import sys
import unicodedata
from pathlib import Path

from wordfreq import get_frequency_dict, top_n_list

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from lexi_check.vietnamese import SYLLABLE  # noqa: E402

HERE = Path(__file__).resolve().parent
ENGLISH_WORDS = 7000
# A syllable typed without its marks out of laziness is far rarer than with them.
PLAIN_SHARE = 0.05
ALSO_VIETNAMESE = set("beo bi bung cau cay chan chinh chua cong cua da dai ghe gom ho khoang la lam "
                      "lanh len lon nhan nhu nhung no ong phai ro rong su thon thong toan va van vay voi "
                      "xay".split())
NOT_VIETNAMESE = {"on"}


def plain(word):
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")


english = [w for w in top_n_list("en", ENGLISH_WORDS) if re.fullmatch(r"[a-z]+", w)]
(HERE / "english-frequency.txt").write_text("\n".join(english) + "\n", encoding="utf-8")

vietnamese = get_frequency_dict("vi")
marked = {}
for word, frequency in vietnamese.items():
    if plain(word) != word:
        marked[plain(word)] = max(marked.get(plain(word), 0), frequency)
unmarked = sorted(ALSO_VIETNAMESE | {w for w, frequency in vietnamese.items()
                                     if SYLLABLE.fullmatch(w) and w not in NOT_VIETNAMESE
                                     and frequency >= PLAIN_SHARE * marked.get(w, 0)})
(HERE / "vietnamese-plain.txt").write_text("\n".join(unmarked) + "\n", encoding="utf-8")
