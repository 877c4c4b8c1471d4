#!/usr/bin/env python3
"""How well the pronunciation judge agrees with experts, and which errors it finds.

    ./lexi eval pronunciation --corpus FOLDER [--injected N] [--work FOLDER]

FOLDER is speechocean762's training half (utterances.jsonl, audio/ID.opus). Judged are its development speakers (number
ends in 0 or 5), whom nothing that is shipped was trained on: Pearson with the mean of five experts, pre-release labels.
Then N sentences and words of content/ that no training saw, spoken by the English voice once right and once with one
error put in.
"""
import argparse
import hashlib
import json
import pathlib
import re
import statistics
import subprocess
import tempfile

LEVELS = {"accuracy": "accuracy", "fluency": "fluency", "prosody": "prosodic", "overall": "total"}
CHILD = 16  # years


def pearson(pairs):
    if len(pairs) < 3:
        return float("nan")
    left, right = zip(*pairs)
    try:
        return statistics.correlation(left, right)
    except statistics.StatisticsError:  # all the same
        return float("nan")


def lines(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]


def write_lines(path, rows):
    pathlib.Path(path).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


class Tools:
    def __init__(self, options, work):
        self.bin, self.work = pathlib.Path(options.program), pathlib.Path(work)
        self.more = ["--encoder", f"{options.models}/phone-encoder-int8.onnx", "--head", f"{options.models}/phone-head.onnx"]
        self.scorer = ["--scorer", f"{options.models}/pronunciation-scorer.onnx"]

    def judge(self, name, rows, *flags):
        into, out = self.work / f"{name}.in", self.work / f"{name}.out"
        write_lines(into, rows)
        subprocess.run([self.bin / "lexi-pronounce", "--batch", into, out, *self.more, *self.scorer, *flags], check=True)
        return {row["id"]: row for row in lines(out)}

    def evidence(self, name, rows):
        into, out = self.work / f"{name}.in", self.work / f"{name}.evidence"
        write_lines(into, rows)
        subprocess.run([self.bin / "lexi-phones", "evidence", into, out, *self.more], check=True)
        return {row["id"]: row for row in lines(out)}

    def speak(self, name, texts):
        source = self.work / f"{name}.txt"
        source.write_text("\n".join(texts) + "\n", encoding="utf-8")
        subprocess.run([self.bin / "lexi-phones", "speak", source, self.work / name, "--seed", "7"], check=True)
        return lines(self.work / name / "labels.jsonl")


# ---- agreement with experts

def pairs_of(truth, judged):
    """{level: [(expert, machine)]}, {level: missing}; phones only where experts' and machine's are the same."""
    pairs = {level: [] for level in ("phone", "word", *LEVELS)}
    missing = dict.fromkeys(pairs, 0)

    def add(level, expert, machine):
        if machine is None:
            missing[level] += 1
        else:
            pairs[level].append((expert, machine))

    for row in truth:
        got = judged.get(row["id"], {})
        for level, column in LEVELS.items():
            add(level, row[column], got.get(level))
        words = got.get("words", [])
        for i, word in enumerate(row["words"]):
            mine = words[i] if i < len(words) else {}
            add("word", word["accuracy"], mine.get("score"))
            phones = mine.get("phones", [])
            for k, (phone, score) in enumerate(zip(word.get("phones", []), word.get("phone_scores", []))):
                same = k < len(phones) and phones[k]["phone"] == phone
                add("phone", score, phones[k]["score"] if same else None)
    return pairs, missing


def print_agreement(title, truth, judged, skip=()):
    pairs, missing = pairs_of(truth, judged)
    shown = [f"{level} {pearson(pairs[level]):.3f}" for level in pairs if level not in skip]
    lost = sum(missing[level] for level in pairs if level not in skip)
    count = sum(len(pairs[level]) for level in pairs if level not in skip)
    print(f"{title:34} {'  '.join(shown)}  missing {100 * lost / max(1, lost + count):.2f} %")


def within_speaker(truth, judged):
    """Mean over speakers of the correlation inside one speaker."""
    found = {}
    for speaker in sorted({row["speaker"] for row in truth}):
        pairs, _ = pairs_of([row for row in truth if row["speaker"] == speaker], judged)
        for level, values in pairs.items():
            found.setdefault(level, []).append(pearson(values))
    means = {level: statistics.fmean(v for v in values if v == v) for level, values in found.items()}
    print(f"{'within one speaker, mean':34} " + "  ".join(f"{level} {value:.3f}" for level, value in means.items()))


def raw(judged, evidence):
    """The same rows with phones and words by likelihoods alone: the best edit against a phone, no scorer."""
    plain = {}
    for key, row in judged.items():
        found, words = iter(evidence[key]["phones"]), []
        for word in row["words"]:
            edits = [next(found) for _ in word.get("phones", [])]
            phones = [{"phone": e["phone"], "score": -max(0, e["deletion"], e["substitution"]["ratio"])} for e in edits]
            score = statistics.fmean(p["score"] for p in phones) if phones else None
            words.append({"text": word["text"], "score": score, "phones": phones})
        plain[key] = {"id": key, "words": words}
    return plain


def found_wrong(truth, judged):
    """Precision and recall of plain findings against phones that experts call wrong (mean below 1)."""
    hits = found = wrong = 0
    for row in truth:
        for word, mine in zip(row["words"], judged[row["id"]]["words"]):
            for score, phone in zip(word.get("phone_scores", []), mine.get("phones", [])):
                said_wrong, told = score < 1, phone["heard"] != phone["phone"]
                hits, found, wrong = hits + (said_wrong and told), found + told, wrong + said_wrong
    print(f"{'findings against experts':34} precision {hits / max(1, found):.3f}  recall {hits / max(1, wrong):.3f}"
          f"  ({found} told, {wrong} wrong by the experts)")


def confidence(truth, judged):
    """How often the overall score is within 10 points of 100, and how often it was said to be."""
    near = [abs(row["total"] * 10 - judged[row["id"]]["overall"]) < 10 for row in truth]
    said = [judged[row["id"]]["confidence"] for row in truth]
    print(f"{'overall within 10 points':34} {statistics.fmean(near):.3f} of the recordings, {statistics.fmean(said):.3f} predicted")


def agreement(tools, corpus):
    truth = [row for row in lines(corpus / "utterances.jsonl") if row["speaker"][-1] in "05"]
    rows = [{"id": row["id"], "audio": str(corpus / "audio" / (row["id"] + ".opus")), "text": row["text"],
             "words": [{k: word[k] for k in ("text", "phones") if k in word} for word in row["words"]]} for row in truth]
    given = tools.judge("given", rows)
    print(f"speechocean762, {len(truth)} recordings of {len({r['speaker'] for r in truth})} development speakers, "
          "pre-release labels, Pearson")
    print_agreement("phones given", truth, given)
    print_agreement("our own phones", truth, tools.judge("own", rows, "--own-phones"), skip=("phone",))
    within_speaker(truth, given)
    print_agreement(f"children under {CHILD}", [row for row in truth if row["age"] < CHILD], given)
    print_agreement("adults", [row for row in truth if row["age"] >= CHILD], given)
    print_agreement("likelihoods alone, no scorer", truth, raw(given, tools.evidence("given", rows)), skip=tuple(LEVELS))
    found_wrong(truth, given)
    confidence(truth, given)


# ---- errors put in

def content_texts(content):
    """English sentences and words of the courses and vocabulary."""
    keys = {"example", "example_sentence", "audio_text", "text", "prompt_en", "word", "answer", "sentence", "english", "en"}
    texts = set()

    def walk(value, key=None):
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, name)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, key)
        elif isinstance(value, str) and key in keys and re.fullmatch(r"[A-Za-z][A-Za-z ,.'?!-]{1,70}", value.strip()):
            texts.add(value.strip())

    for path in sorted(pathlib.Path(content).rglob("*.json")):
        walk(json.loads(path.read_text(encoding="utf-8")))
    return texts


def ticket(text):
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def texts_for(content, part, count):
    """`part` heads, errors (what each model hears), thresholds or test: a text belongs to one of them for good."""
    wanted = {"test": (0,), "heads": (1, 2, 3), "thresholds": (4,), "errors": (5, 6, 7)}[part]
    chosen = [text for text in content_texts(content) if ticket(text) % 8 in wanted]
    return sorted(chosen, key=lambda text: ticket(text + "a"))[:count]


def error_of(row):
    """The error that was put in; None in a right text."""
    return row["errors"][0] if row["errors"] else None


def flat(row):
    return [phone for word in row["words"] for phone in word.get("phones", [])]


def alarms(row):
    """[(kind, place in the text's phones, heard)] of one judged recording."""
    told, at = [], 0
    for word in row["words"]:
        phones = word.get("phones", [])
        for phone in phones:
            if phone["heard"] != phone["phone"]:
                told.append(("substitution" if phone["heard"] else "deletion", at, phone["heard"]))
            at += 1
        for added in word.get("added", []):
            told.append(("insertion", at - len(phones) + added["before"], added["phone"]))
    return told


def at_five_in_a_hundred_phones(labels, judged):
    """The same with thresholds at which each kind is told of 1.67 % of the phones of right texts, 5 % together."""
    table = {row["id"]: [p["errors"] for w in judged[row["id"]]["words"] for p in w["phones"]] for row in labels}
    right = [phone for row in labels if not row["errors"] for phone in table[row["id"]]]
    limits = [sorted(phone[kind] for phone in right)[int(len(right) * (1 - 0.05 / 3))] for kind in range(3)]
    alarms = sum(any(p >= limit for p, limit in zip(phone, limits)) for phone in right) / len(right)
    found = {}
    for row in labels:
        error, phones = error_of(row), table[row["id"]]
        if not error:
            continue
        if error["kind"] == "insertion":
            told = any(phone[2] >= limits[2] for phone in phones[max(0, error["place"] - 2):error["place"] + 1])
        else:
            told = any(p >= limit for p, limit in zip(phones[error["place"]][:2], limits))
        found.setdefault(error["kind"], []).append(told)
    print(f"  with alarms on {100 * alarms:.1f} % of the right phones: "
          + ", ".join(f"{kind}s found {100 * statistics.fmean(told):.1f} %" for kind, told in found.items()))


def injected(tools, content, count):
    labels = tools.speak("spoken", texts_for(content, "test", 2 * count))[:2 * count]
    judged = tools.judge("injected", labels)
    right = [row for row in labels if not row["errors"]]
    false = [row for row in right if alarms(judged[row["id"]])]
    phones = sum(len(flat(judged[row["id"]])) for row in right)
    print(f"errors put in: {len(right)} texts, each right and wrong; false alarms on {len(false)} right ones "
          f"({100 * len(false) / len(right):.1f} %), {sum(len(alarms(judged[r['id']])) for r in right)} in {phones} phones")
    for kind, wanted in (("deletion", 85), ("substitution", 80), ("insertion", 70)):
        rows = [row for row in labels if row["errors"] and error_of(row)["kind"] == kind]
        found = named = 0
        for row in rows:
            error = error_of(row)
            here = [a for a in alarms(judged[row["id"]]) if abs(a[1] - error["place"]) <= (1 if kind == "insertion" else 0)]
            found += bool(here)
            named += any(a[0] == kind and a[2] == error["to"] for a in here)
        print(f"  {kind:13} {len(rows)} texts, found {100 * found / max(1, len(rows)):.1f} % (wanted {wanted}), "
              f"the named phone right in {100 * named / max(1, found):.1f} % of the found")
    at_five_in_a_hundred_phones(labels, judged)
    losses = []
    for row in labels:
        error = error_of(row)
        if error and error["kind"] != "insertion":
            before = flat(judged[row["id"].replace("-wrong", "-right")])
            after = flat(judged[row["id"]])
            for at in (error["place"] - 1, error["place"] + 1):
                if 0 <= at < len(after):
                    losses.append(before[at]["score"] - after[at]["score"])
    print(f"  neighbours of a wrong phone lose {statistics.median(losses):.1f} points in the median (wanted: under 5)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", help="the folder of lexi-pronounce and lexi-phones")
    parser.add_argument("--texts", nargs=2, metavar=("PART", "N"), help="only print texts: heads, errors, thresholds, test")
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--content", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent / "content")
    parser.add_argument("--injected", type=int, default=500)
    parser.add_argument("--models", default=pathlib.Path(__file__).parent.parent / "ai-service" / "phones",
                        help="the folder of the graphs")
    parser.add_argument("--work", help="keep what is made there")
    options = parser.parse_args()
    if options.texts:
        print("\n".join(texts_for(options.content, options.texts[0], int(options.texts[1]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or folder
        pathlib.Path(work).mkdir(parents=True, exist_ok=True)
        tools = Tools(options, work)
        if options.corpus:
            agreement(tools, options.corpus)
        if options.injected:
            injected(tools, options.content, options.injected)


if __name__ == "__main__":
    main()
