"""Checks the course packs and vocabulary under content/ (format: content/README.md)."""
import json
import re
from pathlib import Path

from . import scenarios, second_answers
from .levels import LEVELS, Words, check_level, names_of
from .shape import SLUG, Report, check_shape, check_slug, check_strings, check_text, read_json
from .text import GAP, duplicates, has_diacritic, inflections, normal, words_of
from .vietnamese import Marks

PARTS_OF_SPEECH = ("noun", "verb", "adjective", "adverb", "pronoun", "preposition", "determiner",
                   "conjunction", "interjection", "number", "phrase")
MIN_EXERCISES, MIN_GRADED, MIN_KINDS = 7, 6, 4

# Each shape: key -> type. A "?" in front marks a key that may be left out.
COURSE = {"slug": str, "title": str, "title_vi": str, "description": str, "description_vi": str,
          "language": str, "level": str, "?builds_on": list, "units": list}
UNIT = {"slug": str, "title": str, "title_vi": str, "description_vi": str, "lessons": list}
LESSON = {"slug": str, "title": str, "title_vi": str, "description_vi": str,
          "estimated_minutes": int, "theory_vi": str, "dialogue": list, "new_words": list,
          "exercises": list}
LINE = {"speaker": str, "text": str, "text_vi": str}
PAIR = {"left": str, "right": str}
EXERCISE = {"slug": str, "kind": str, "prompt": str, "prompt_vi": str, "answer": str,
            "alternatives": list, "explanation_vi": str, "?hint_vi": str}
KINDS = {"multiple_choice": {"choices": list}, "cloze": {}, "reorder": {"tokens": list},
         "translate_to_en": {}, "translate_to_vi": {}, "matching": {"pairs": list},
         "listening": {"choices": list, "audio_text": str}, "dictation": {"audio_text": str},
         "speaking": {"audio_text": str}, "error_spotting": {}}
VOCABULARY = {"language": str, "level": str, "words": list}
WORD = {"word": str, "part_of_speech": str, "ipa": str, "translation": str, "example": str,
        "example_vi": str, "tags": list}

VOWELS = ("aɪ", "aʊ", "eɪ", "oʊ", "ɔɪ", "iː", "uː", "ɑː", "ɔː", "ɝː", "ɚ", "æ", "ʌ", "ə", "e", "ɪ",
          "i", "u", "ʊ")
CONSONANTS = ("tʃ", "dʒ", "θ", "ð", "ʃ", "ʒ", "ŋ", "ɡ", "j", "h", "r", "b", "d", "f", "k", "l", "m",
              "n", "p", "s", "t", "v", "w", "z")
IPA_SYMBOL = re.compile("|".join(VOWELS + CONSONANTS + ("ˈ", "ˌ")))


# ---- exercises -----------------------------------------------------------------------------------

def check_choices(report, file, ex):
    slug, choices = ex["slug"], ex["choices"]
    if not check_strings(report, file, slug, "choices", choices):
        return
    if not 3 <= len(choices) <= 4:
        report.add(file, slug, "needs 3 or 4 choices")
    if duplicates(map(normal, choices)):
        report.add(file, slug, "two choices are the same")
    if ex["answer"] not in choices:
        report.add(file, slug, "answer is not among the choices")
    if ex["alternatives"]:
        report.add(file, slug, "a choice exercise has one answer: no alternatives")
    if ex["prompt"].count(GAP) > 1:
        report.add(file, slug, f"prompt has more than one {GAP}")


def check_cloze(report, file, ex):
    slug, prompt = ex["slug"], ex["prompt"]
    if re.findall("_+", prompt) != [GAP]:
        report.add(file, slug, f"prompt must have exactly one {GAP}")
    shown = f" {' '.join(words_of(prompt.replace(GAP, ' | ')))} "
    for answer in [ex["answer"], *ex["alternatives"]]:
        if f" {' '.join(words_of(answer))} " in shown:
            report.add(file, slug, f"prompt gives the answer away: {answer}")


def check_reorder(report, file, ex):
    slug, tokens = ex["slug"], ex["tokens"]
    if not check_strings(report, file, slug, "tokens", tokens):
        return
    given = [w for token in tokens for w in words_of(token)]
    if len(tokens) < 3:
        report.add(file, slug, "needs at least 3 tokens")
    if given == words_of(ex["answer"]):
        report.add(file, slug, "tokens are already in order")
    for answer in [ex["answer"], *ex["alternatives"]]:
        if sorted(given) != sorted(words_of(answer)):
            report.add(file, slug, f"tokens are not those of the answer: {answer}")


def check_matching(report, file, ex):
    slug, pairs = ex["slug"], ex["pairs"]
    if not all([check_shape(report, file, slug, pair, PAIR) for pair in pairs]):
        return
    if not 4 <= len(pairs) <= 5:
        report.add(file, slug, "needs 4 or 5 pairs")
    for side in PAIR:
        if duplicates(normal(pair[side]) for pair in pairs):
            report.add(file, slug, f"two {side} sides are the same")
    if ex["answer"] or ex["alternatives"]:
        report.add(file, slug, "the pairs are the answer: answer and alternatives stay empty")


def check_spoken(report, file, ex):
    if ex["audio_text"] != ex["answer"]:
        report.add(file, ex["slug"], "audio_text and answer differ")


def check_error_spotting(report, file, ex):
    if " ".join(words_of(ex["prompt"])) in {" ".join(words_of(a))
                                            for a in [ex["answer"], *ex["alternatives"]]}:
        report.add(file, ex["slug"], "the prompt is already correct")


def check_to_en(report, file, ex):
    check_text(report, file, ex["slug"], "answer_vi", ex["prompt"])
    if not has_diacritic(ex["prompt"]):
        report.add(file, ex["slug"], "prompt has no Vietnamese diacritics")


def check_to_vi(report, file, ex):
    for answer in [ex["answer"], *ex["alternatives"]]:
        check_text(report, file, ex["slug"], "answer_vi", answer)
    if has_diacritic(ex["prompt"]):
        report.add(file, ex["slug"], "prompt is not English")


KIND_CHECKS = {"multiple_choice": [check_choices], "listening": [check_choices],
               "cloze": [check_cloze], "reorder": [check_reorder], "matching": [check_matching],
               "dictation": [check_spoken], "speaking": [check_spoken],
               "error_spotting": [check_error_spotting], "translate_to_en": [check_to_en],
               "translate_to_vi": [check_to_vi]}


def check_exercise(report, file, ex, where):
    slug = ex.get("slug", where) if isinstance(ex, dict) else where
    kind = ex.get("kind") if isinstance(ex, dict) else None
    if kind not in KINDS:
        report.add(file, slug, f"unknown kind {kind}")
        return False
    empty = ("answer",) if kind == "matching" else ()
    if not check_shape(report, file, slug, ex, EXERCISE | KINDS[kind], empty):
        return False
    check_slug(report, file, slug)
    if not check_strings(report, file, slug, "alternatives", ex["alternatives"]):
        return False
    answers = [ex["answer"], *ex["alternatives"]]
    if duplicates(" ".join(words_of(a)) or a for a in answers):
        report.add(file, slug, "an alternative repeats another answer")
    if kind != "translate_to_vi" and any(map(has_diacritic, answers)):
        report.add(file, slug, "an English answer has Vietnamese letters")
    for check in KIND_CHECKS[kind]:
        check(report, file, ex)
    return True


# ---- courses -------------------------------------------------------------------------------------

def check_lesson(report, file, lesson, vocabulary):
    """The lesson's well-formed exercises."""
    slug = lesson.get("slug", "?") if isinstance(lesson, dict) else "?"
    if not check_shape(report, file, slug, lesson, LESSON):
        return []
    check_slug(report, file, slug)
    if not 1 <= lesson["estimated_minutes"] <= 60:
        report.add(file, slug, "estimated_minutes is not between 1 and 60")
    if not lesson["dialogue"]:
        report.add(file, slug, "has no dialogue")
    for line in lesson["dialogue"]:
        check_shape(report, file, slug, line, LINE)
    if check_strings(report, file, slug, "new_words", lesson["new_words"]):
        for word in lesson["new_words"]:
            if word not in vocabulary:
                report.add(file, slug, f"new word {word} is not in the vocabulary")
        for word in duplicates(lesson["new_words"]):
            report.add(file, slug, f"new word {word} is listed twice")
    exercises = [ex for number, ex in enumerate(lesson["exercises"], 1)
                 if check_exercise(report, file, ex, f"{slug} exercise {number}")]
    kinds = [ex["kind"] for ex in exercises]
    if len(kinds) < MIN_EXERCISES:
        report.add(file, slug, f"has fewer than {MIN_EXERCISES} sound exercises")
    if len(kinds) - kinds.count("speaking") < MIN_GRADED:
        report.add(file, slug, f"has fewer than {MIN_GRADED} graded exercises")
    if len(set(kinds)) < MIN_KINDS:
        report.add(file, slug, f"mixes fewer than {MIN_KINDS} kinds of exercise")
    return exercises


def english_of(lesson, exercises):
    """The English that a learner must understand: no instructions, no wrong sentences, and not what
    one may also answer."""
    texts = [line["text"] for line in lesson["dialogue"]]
    for ex in exercises:
        texts += ex.get("choices", [])
        for side in PAIR:
            column = [pair[side] for pair in ex.get("pairs", [])]
            texts += [] if has_diacritic(" ".join(column)) else column
        if ex["kind"] in ("multiple_choice", "cloze", "listening", "translate_to_vi"):
            texts.append(ex["prompt"])
        if ex["kind"] != "translate_to_vi":
            texts.append(ex["answer"])
        texts.append(ex.get("audio_text", ""))
    return texts


def check_unit(report, file, unit, vocabulary):
    """The unit's slug, and its lessons as (lesson, exercises)."""
    slug = unit.get("slug", "?") if isinstance(unit, dict) else "?"
    if not check_shape(report, file, slug, unit, UNIT):
        return slug, []
    check_slug(report, file, slug)
    if not unit["lessons"]:
        report.add(file, slug, "has no lessons")
    before = len(report.problems)
    lessons = [(lesson, check_lesson(report, file, lesson, vocabulary))
               for lesson in unit["lessons"]]
    return slug, lessons if len(report.problems) == before else []


def check_repeats(report, folder, unit_slugs, lessons):
    lesson_slugs = [lesson.get("slug") for lesson, _ in lessons]
    exercises = [ex for _, exercises in lessons for ex in exercises]
    for name, slugs in (("unit", unit_slugs), ("lesson", lesson_slugs),
                        ("exercise", [ex["slug"] for ex in exercises])):
        for slug in duplicates(slugs):
            report.add(folder, slug, f"{name} slug used twice in the course")
    asked = {}
    for ex in exercises:
        question = (ex["kind"], ex["prompt"], ex.get("audio_text"), ex["answer"],
                    json.dumps(ex.get("pairs")))
        first = asked.setdefault(question, ex["slug"])
        if first != ex["slug"]:
            report.add(folder, ex["slug"], f"asks the same as {first}")


def check_language(report, folder, level, units, vocabulary, names):
    """What can be judged only when every name and right sentence is known."""
    for file, lessons in units:
        speakers = {line["speaker"] for lesson, _ in lessons for line in lesson["dialogue"]}
        for lesson, exercises in lessons:
            check_level(report, file, lesson["slug"], level, english_of(lesson, exercises),
                        names | speakers, vocabulary.words)
    second_answers.check_course(report, folder, [pair for _, lessons in units for pair in lessons],
                                vocabulary)


def check_course(report, root, folder, vocabulary):
    """The course's folder, level and units as (file, lessons); None where it cannot be read."""
    name = folder.relative_to(root).as_posix()
    file = f"{name}/course.json"
    course = read_json(report, file, folder / "course.json")
    if course is None or not check_shape(report, file, folder.name, course, COURSE):
        return None
    if course["slug"] != folder.name:
        report.add(file, course["slug"], "slug is not the folder's name")
    check_slug(report, file, course["slug"])
    if course["level"] not in LEVELS:
        report.add(file, course["slug"], f"unknown level {course['level']}")
    if not check_strings(report, file, course["slug"], "units", course["units"]):
        return None
    on_disk = {path.name for path in folder.iterdir()} - {"course.json"}
    for unit_file in on_disk ^ set(course["units"]):
        report.add(file, course["slug"], f"{unit_file} is not both listed and present")
    for unit_file in duplicates(course["units"]):
        report.add(file, course["slug"], f"{unit_file} is listed twice")
    unit_slugs, units = [], []
    for unit_file in course["units"]:
        if unit_file in on_disk:
            unit = read_json(report, f"{name}/{unit_file}", folder / unit_file)
            if unit is not None:
                slug, lessons = check_unit(report, f"{name}/{unit_file}", unit, vocabulary.spelled)
                unit_slugs.append(slug)
                units.append((f"{name}/{unit_file}", lessons))
    check_repeats(report, name, unit_slugs, [pair for _, lessons in units for pair in lessons])
    return name, course["level"], units


# ---- vocabulary ----------------------------------------------------------------------------------

def check_ipa(report, file, slug, word, ipa):
    inner = ipa[1:-1]
    if len(ipa) < 3 or ipa[0] != "/" or ipa[-1] != "/":
        report.add(file, slug, "ipa is not between slashes")
        return
    if IPA_SYMBOL.sub("", inner).replace(" ", ""):
        report.add(file, slug, f"ipa has unknown symbols: {IPA_SYMBOL.sub('', inner).strip()}")
        return
    symbols = IPA_SYMBOL.findall(inner)
    syllables = sum(symbol in VOWELS for symbol in symbols)
    if not syllables:
        report.add(file, slug, "ipa has no vowel")
    if symbols.count("ˈ") != (1 if syllables > 1 else 0):
        report.add(file, slug, "ipa needs one primary stress, or none if it has one syllable")
    elif syllables > 1:
        after = [s for s in symbols[symbols.index("ˈ"):] if s in VOWELS]
        if not after or after[0] in ("ə", "ɚ", "i", "u"):
            report.add(file, slug, "ipa stresses a weak vowel")
    if len(inner.split()) != len(word.split()):
        report.add(file, slug, "ipa has another number of words")


def check_word(report, file, entry):
    slug = entry.get("word", "?") if isinstance(entry, dict) else "?"
    if not check_shape(report, file, slug, entry, WORD):
        return False
    if entry["part_of_speech"] not in PARTS_OF_SPEECH:
        report.add(file, slug, f"unknown part_of_speech {entry['part_of_speech']}")
    check_ipa(report, file, slug, entry["word"], entry["ipa"])
    first, *rest = entry["word"].lower().split()
    said = f" {' '.join(words_of(entry['example']))} "
    if not any(f" {' '.join(words_of(' '.join([form, *rest])))} " in said
               for form in inflections(first)):
        report.add(file, slug, "example does not use the word")
    if has_diacritic(entry["word"] + entry["example"]):
        report.add(file, slug, "English text has Vietnamese letters")
    if check_strings(report, file, slug, "tags", entry["tags"]):
        if not entry["tags"] or duplicates(entry["tags"]):
            report.add(file, slug, "tags are missing or repeated")
        for tag in entry["tags"]:
            if not SLUG.fullmatch(tag):
                report.add(file, slug, f"tag {tag} is not a slug")
    return True


def check_vocabulary(report, root):
    """Every word taught, over all lists, and the level of each."""
    entries = []
    for path in sorted((root / "vocabulary").glob("*.json")):
        file = path.relative_to(root).as_posix()
        listing = read_json(report, file, path)
        if listing is None or not check_shape(report, file, "-", listing, VOCABULARY):
            continue
        if listing["level"] not in LEVELS or listing["level"].lower() != path.stem.split("-")[0]:
            report.add(file, "-", "level does not fit the file's name")
        entries += [(file, listing["level"], e) for e in listing["words"]
                    if check_word(report, file, e)]
    seen = set()
    for file, _, entry in entries:
        key = (entry["word"].lower(), entry["part_of_speech"])
        if key in seen:
            report.add(file, entry["word"], f"listed twice as {entry['part_of_speech']}")
        seen.add(key)
    for example in duplicates(normal(entry["example"]) for _, _, entry in entries):
        report.add("vocabulary", example, "example used for two words")
    return Vocabulary([(level, entry) for _, level, entry in entries])


class Vocabulary:
    def __init__(self, entries):
        self.levels = {}   # word as spelled -> the lowest level that teaches it
        for level, entry in entries:
            self.levels[entry["word"]] = min(level, self.levels.get(entry["word"], level))
        self.spelled = self.levels.keys()
        self.said = second_answers.senses("the vocabulary", (entry["example"] for _, entry in entries))
        self.words = Words((level, entry["word"], entry["part_of_speech"]) for level, entry in entries)
        self.translations = {}
        for _, entry in entries:
            meanings = {normal(part) for part in re.split("[,;(]", entry["translation"])}
            self.translations.setdefault(normal(entry["word"]), set()).update(meanings)


def check_marks(report, words, names):
    marks = Marks(words, names)
    for file, slug, key, text in report.vietnamese:
        for word in dict.fromkeys(marks.lost(key, text)):
            report.add(file, slug, f"{key}: {word} lacks its diacritics")


def check(root):
    root = Path(root)
    report = Report()
    vocabulary = check_vocabulary(report, root)
    folders = sorted(p for p in (root / "courses").glob("*") if p.is_dir())
    if not vocabulary.spelled or not folders:
        report.add(root.name, "-", "needs at least one vocabulary list and one course")
    courses = [check_course(report, root, folder, vocabulary) for folder in folders]
    scenes = scenarios.read(report, root, vocabulary)
    names = names_of(report.english)
    for course in filter(None, courses):
        check_language(report, *course, vocabulary, names)
    scenarios.check_language(report, scenes, vocabulary, names)
    check_marks(report, vocabulary.words, names | scenarios.names(scenes))
    return report


def check_scenarios(root, vocabulary=None):
    """The scenarios alone; the vocabulary is only read."""
    report = Report()
    vocabulary = vocabulary or check_vocabulary(Report(), Path(root))
    scenes = scenarios.read(report, Path(root), vocabulary)
    if not scenes and not report.problems:
        report.add("scenarios", "-", "none found")
    names = names_of(report.english)
    scenarios.check_language(report, scenes, vocabulary, names)
    check_marks(report, vocabulary.words, names | scenarios.names(scenes))
    return report
