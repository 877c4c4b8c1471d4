"""Right answers that an exercise would mark as wrong, as far as a machine can tell."""
import re

from .text import GAP, normal, sentences

BRITISH = {"colour": "color", "favourite": "favorite", "centre": "center", "theatre": "theater",
           "metre": "meter", "kilometre": "kilometer", "grey": "gray", "neighbour": "neighbor",
           "travelled": "traveled", "travelling": "traveling", "cancelled": "canceled",
           "organise": "organize", "realise": "realize", "recognise": "recognize",
           "programme": "program", "cheque": "check", "tyre": "tire", "jewellery": "jewelry",
           "behaviour": "behavior", "flavour": "flavor", "humour": "humor", "honour": "honor",
           "mum": "mom", "mummy": "mommy", "ok": "okay", "tv": "television", "practise": "practice",
           "apologise": "apologize", "pyjamas": "pajamas", "aeroplane": "airplane",
           "football": "soccer", "film": "movie", "holiday": "vacation", "lorry": "truck",
           "flat": "apartment", "autumn": "fall", "licence": "license", "learnt": "learned"}
NUMERALS = {word: str(number) for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty".split())}
NUMERALS |= {word: str(10 * tens) for tens, word in enumerate(
    "thirty forty fifty sixty seventy eighty ninety".split(), 3)}
HOMOPHONES = {word: group.split()[0] for group in (
    "two to too", "there their they're", "its it's", "your you're", "whose who's", "hear here",
    "right write", "no know", "son sun", "buy by bye", "meet meat", "sea see", "week weak",
    "our hour", "for four", "won one", "ate eight", "where wear", "new knew", "blue blew",
    "red read", "road rode", "wait weight", "whole hole", "peace piece", "plane plain",
    "mail male", "sale sail", "nose knows", "wood would", "flower flour",
) for word in group.split()[1:]}
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
TIME = (r"today|tomorrow|yesterday|tonight|now|every \w+|(?:last|next) (?:night|week|weekend|month|year|"
        rf"summer|winter|{DAYS})|on (?:{DAYS})s?|in the (?:morning|afternoon|evening)|at night|"
        r"at the weekend|on weekends|(?:\w+ )?\w+ (?:minutes|hours|days|weeks|months|years) ago")
LAST_TIME, FIRST_TIME = re.compile(rf"(.+?) ({TIME})"), re.compile(rf"({TIME}) (.+)")


def sense(text):
    """Texts of one sense are one answer: contractions, spelling and numerals made the same."""
    text = text.lower().replace("’", "'").replace("-", " ")
    text = re.sub(r"'s (got|been)\b", r" has \1", text).replace("'d better", " had better")
    words = [NUMERALS.get(w, BRITISH.get(w, w)) for w in normal(text).split()]
    return re.sub(r"\b([2-9]0) ([1-9])\b", lambda m: str(int(m[1]) + int(m[2])), " ".join(words))


def sound(text):
    words = re.findall(r"[\w']+", text.lower().replace("’", "'"))
    return sense(" ".join(HOMOPHONES.get(w, w) for w in words))


def fill(prompt, answer):
    return prompt.replace(GAP, answer)


def is_narrowed(ex):
    """The instruction or the prompt says which of several good answers is meant."""
    return bool(re.search(r"[“\"(]|bắt đầu|kết thúc|nghĩa", ex["prompt_vi"]) or "(" in ex["prompt"])


def answers_of(ex):
    return [ex["answer"], *ex["alternatives"]]


# ---- what is right English in a course ------------------------------------------------------------

def senses(where, texts):
    """Sense of each sentence -> where it stands, and its words."""
    return {sense(sentence): (where, sentence) for text in texts for sentence in sentences(text)}


def right_english(ex):
    if ex["kind"] in ("reorder", "dictation", "speaking", "error_spotting", "translate_to_en"):
        return answers_of(ex)
    if ex["kind"] in ("cloze", "multiple_choice") and GAP in ex["prompt"]:
        return [fill(ex["prompt"], ex["answer"])]
    return [ex["prompt"]] if ex["kind"] == "translate_to_vi" else []


def right_sentences(lessons, said):
    """`said`, and every sentence that the lessons give as right English."""
    said = dict(said)
    for lesson, exercises in lessons:
        said |= senses(f"the dialogue of {lesson['slug']}",
                       (line["text"] for line in lesson["dialogue"]))
        for ex in exercises:
            said |= senses(ex["slug"], right_english(ex))
    return said


# ---- one exercise by itself ------------------------------------------------------------------------

def check_choices(report, file, ex):
    for other in ex["choices"]:
        if other == ex["answer"]:
            continue
        if sense(other) == sense(ex["answer"]):
            report.add(file, ex["slug"], f"a second choice says the same as the answer: {other}")
        elif ex["kind"] == "listening" and sound(other) == sound(ex["answer"]):
            report.add(file, ex["slug"], f"a second choice sounds like the answer: {other}")


def moved_time(answer):
    """The statement with its time phrase at the other end; None where that cannot be told."""
    words = normal(answer)
    if answer.rstrip().endswith("?"):
        return None
    last, first = LAST_TIME.fullmatch(words), FIRST_TIME.fullmatch(words)
    if last:
        return f"{last[2]} {last[1]}"
    return f"{first[2]} {first[1]}" if first else None


def check_reorder(report, file, ex):
    moved = moved_time(ex["answer"])
    if moved and moved not in map(normal, answers_of(ex)) and not is_narrowed(ex):
        report.add(file, ex["slug"], f"another order is right too: {moved}")


def check_matching(report, file, ex, translations):
    for one in ex["pairs"]:
        for other in ex["pairs"]:
            also = translations.get(normal(other["left"]), set())
            if one is not other and normal(one["right"]) in also:
                report.add(file, ex["slug"], f"{one['right']} also fits {other['left']}")


# ---- one exercise against the rest of the course ----------------------------------------------------

def check_against_said(report, file, ex, said):
    if ex["kind"] == "error_spotting":
        where, sentence = said.get(sense(ex["prompt"]), (None, None))
        if where and sentences(ex["prompt"]) == [ex["prompt"]]:
            report.add(file, ex["slug"], f"the sentence to correct is right English in {where}")
    elif ex["kind"] in ("multiple_choice", "listening") and GAP in ex["prompt"]:
        if len(sentences(ex["prompt"])) == 1 and not is_narrowed(ex):
            for choice in ex["choices"]:
                where, sentence = said.get(sense(fill(ex["prompt"], choice)), (None, None))
                if where and sense(choice) != sense(ex["answer"]):
                    report.add(file, ex["slug"], f"a second choice is right in {where}: {sentence}")
    elif ex["kind"] == "reorder" and not is_narrowed(ex):
        answers = set(map(sense, answers_of(ex)))
        ends_as = ex["answer"].rstrip()[-1:] == "?"
        for key in said.by_words(sense(ex["answer"])):
            where, sentence = said[key]
            if key not in answers and (sentence[-1:] == "?") == ends_as:
                report.add(file, ex["slug"], f"another order is right in {where}: {sentence}")
    elif ex["kind"] == "cloze" and len(sentences(ex["prompt"])) == 1 and not is_narrowed(ex):
        answers = {sense(fill(ex["prompt"], answer)) for answer in answers_of(ex)}
        pattern = re.compile(re.escape(sense(ex["prompt"])).replace(GAP, r"\w+"))
        for key in said.of_length(len(sense(ex["prompt"]).split())):
            where, sentence = said[key]
            if key not in answers and pattern.fullmatch(key):
                report.add(file, ex["slug"], f"the gap has a second filling in {where}: {sentence}")


class Said(dict):
    """right_sentences, found by their words in any order and by their length."""

    def __init__(self, sentences_of_course):
        super().__init__(sentences_of_course)
        self.bags, self.lengths = {}, {}
        for key in self:
            self.bags.setdefault(tuple(sorted(key.split())), []).append(key)
            self.lengths.setdefault(len(key.split()), []).append(key)

    def by_words(self, key):
        return self.bags.get(tuple(sorted(key.split())), [])

    def of_length(self, length):
        return self.lengths.get(length, [])


def check_same_question(report, folder, exercises):
    """Two exercises that ask the same must accept each other's answer."""
    asked = {}
    for ex in exercises:
        if ex["kind"] in ("cloze", "multiple_choice", "translate_to_en", "translate_to_vi"):
            asked.setdefault((ex["kind"], normal(ex["prompt"]), ex["prompt_vi"]), []).append(ex)
    for same in asked.values():
        for ex in same:
            for other in same:
                right = set(map(sense, answers_of(ex)))
                offered = ex["kind"] != "multiple_choice" or other["answer"] in ex["choices"]
                if offered and sense(other["answer"]) not in right:
                    report.add(folder, ex["slug"],
                               f"{other['slug']} takes another answer: {other['answer']}")


def check_course(report, folder, lessons, vocabulary):
    said = Said(right_sentences(lessons, vocabulary.said))
    for _, exercises in lessons:
        for ex in exercises:
            if "choices" in ex:
                check_choices(report, folder, ex)
            elif ex["kind"] == "reorder":
                check_reorder(report, folder, ex)
            elif ex["kind"] == "matching":
                check_matching(report, folder, ex, vocabulary.translations)
            check_against_said(report, folder, ex, said)
    check_same_question(report, folder, [ex for _, exercises in lessons for ex in exercises])
