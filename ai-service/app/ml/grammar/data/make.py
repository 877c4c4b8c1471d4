"""Makes word-frequency.txt from PyPI's wordfreq 3.1.1 (pip install wordfreq).

Each line is ten times the Zipf frequency (the logarithm of the uses in a billion words) and the English
words that have it, among those that the system's word list or a form of it knows.
"""
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

LEAST = 2.5


def known(words, lister):
    """The words of which `lister` (a program: words in, the ones it does not know out) has an entry."""
    answer = subprocess.run(lister, input="\n".join(words), capture_output=True, text=True, check=True)
    return set(words) - set(answer.stdout.split())


words = [w for w in top_n_list("en", 100_000)
         if re.fullmatch(r"[a-z]+('[a-z]+)?", w) and zipf_frequency(w, "en") >= LEAST]
groups = defaultdict(list)
for word in sorted(known(words, sys.argv[1:])):
    groups[round(10 * zipf_frequency(word, "en"))].append(word)
lines = (f"{zipf} {' '.join(group)}" for zipf, group in sorted(groups.items(), reverse=True))
(Path(__file__).parent / "word-frequency.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
