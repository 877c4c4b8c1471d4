"""The content we ship is sound, and scripts/lexi-check catches each kind of mistake."""
import json
import shutil
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "lexi-check"
COURSE = "courses/a1-first-steps/course.json"
UNIT = "courses/a1-first-steps/unit-01-hello.json"
WORDS = "vocabulary/a1.json"

sys.path.insert(0, str(ROOT / "scripts"))
from lexi_check import content as content_check  # noqa: E402


@pytest.fixture
def content(tmp_path):
    """A1 alone: enough to make every mistake in, and checked in a moment."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content",
                                ignore=shutil.ignore_patterns("a2-*", "[bc][12]-*", "scenarios")))


def problems_after(content, file, change):
    path = content / file
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return content_check.check(content).problems


def exercise(unit, kind):
    return next(ex for lesson in unit["lessons"] for ex in lesson["exercises"]
                if ex["kind"] == kind)


def word(listing, name):
    return next(entry for entry in listing["words"] if entry["word"] == name)


def test_the_shipped_content_is_clean():
    assert content_check.check(ROOT / "content").problems == []


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_three_courses_have_twelve_units_of_four_lessons_that_use_every_kind_of_exercise():
    folders = sorted((ROOT / "content" / "courses").iterdir())
    levels = [read(folder / "course.json")["level"] for folder in folders]
    units = [read(folder / name) for folder in folders
             for name in read(folder / "course.json")["units"]]
    kinds = {ex["kind"] for unit in units for lesson in unit["lessons"] for ex in lesson["exercises"]}
    assert {"A1", "A2", "B1"} <= set(levels)
    assert len(units) >= 12
    assert {len(unit["lessons"]) for unit in units} == {4}
    assert kinds == set(content_check.KINDS)


def test_the_catalogue_has_2000_words_up_to_b1():
    lists = [read(path) for path in (ROOT / "content" / "vocabulary").iterdir()]
    assert sum(len(x["words"]) for x in lists if x["level"] in ("A1", "A2", "B1")) >= 2000


def test_the_command_exits_with_0_on_sound_content_and_1_with_file_slug_and_reason(content):
    sound = subprocess.run([SCRIPT, "content", content], capture_output=True, text=True)
    assert sound.returncode == 0, sound.stderr
    (content / UNIT).write_text("{")
    broken = subprocess.run([SCRIPT, "content", content], capture_output=True, text=True)
    assert broken.returncode == 1
    assert f"{UNIT}: -: cannot be read" in broken.stderr


def rename(mapping, old, new):
    mapping[new] = mapping.pop(old)


# (what is wrong, what the check must say, the change that makes it wrong)
UNIT_MISTAKES = [
    ("unknown unit key", "unknown key note", lambda u: u.update(note="x")),
    ("missing unit key", "missing key title_vi", lambda u: u.pop("title_vi")),
    ("unknown lesson key", "unknown key theory", lambda u: rename(u["lessons"][0], "theory_vi",
                                                                  "theory")),
    ("minutes as text", "estimated_minutes is not int",
     lambda u: u["lessons"][0].update(estimated_minutes="10")),
    ("minutes as truth", "estimated_minutes is not int",
     lambda u: u["lessons"][0].update(estimated_minutes=True)),
    ("minutes of a day", "not between 1 and 60",
     lambda u: u["lessons"][0].update(estimated_minutes=600)),
    ("empty text", "title is empty", lambda u: u["lessons"][0].update(title="")),
    ("no dialogue", "has no dialogue", lambda u: u["lessons"][0].update(dialogue=[])),
    ("dialogue line without translation", "missing key text_vi",
     lambda u: u["lessons"][0]["dialogue"][0].pop("text_vi")),
    ("bad slug", "slug is not lower-case", lambda u: u["lessons"][0].update(slug="Hello There")),
    ("lesson slug twice", "lesson slug used twice",
     lambda u: u["lessons"][1].update(slug=u["lessons"][0]["slug"])),
    ("exercise slug twice", "exercise slug used twice",
     lambda u: u["lessons"][1]["exercises"][0].update(
         slug=u["lessons"][0]["exercises"][0]["slug"])),
    ("same exercise twice", "asks the same as",
     lambda u: u["lessons"][0]["exercises"].append(
         {**u["lessons"][0]["exercises"][0], "slug": "again"})),
    ("new word not taught", "new word zebra is not in the vocabulary",
     lambda u: u["lessons"][0]["new_words"].append("zebra")),
    ("new word twice", "new word hello is listed twice",
     lambda u: u["lessons"][0]["new_words"].append("hello")),
    ("too few exercises", "fewer than 7 sound exercises",
     lambda u: u["lessons"][0].update(exercises=u["lessons"][0]["exercises"][:6])),
    ("too few graded exercises", "fewer than 6 graded exercises",
     lambda u: u["lessons"][0].update(exercises=u["lessons"][0]["exercises"][:5] + [
         {**exercise(u, "speaking"), "slug": f"say-{n}", "prompt": f"Say {n}."}
         for n in range(3)])),
    ("one kind only", "fewer than 4 kinds",
     lambda u: u["lessons"][0].update(exercises=[
         {**exercise(u, "speaking"), "slug": f"say-{n}", "prompt": f"Say {n}."}
         for n in range(8)])),
    ("unknown kind", "unknown kind essay", lambda u: exercise(u, "cloze").update(kind="essay")),
    ("key of another kind", "unknown key choices",
     lambda u: exercise(u, "cloze").update(choices=["a", "b", "c"])),
    ("listening without audio", "missing key audio_text",
     lambda u: exercise(u, "listening").pop("audio_text")),
    ("alternatives missing", "missing key alternatives",
     lambda u: exercise(u, "cloze").pop("alternatives")),
    ("alternative not text", "alternatives has an entry that is not a string",
     lambda u: exercise(u, "cloze").update(alternatives=[3])),
    ("alternative repeats the answer", "an alternative repeats another answer",
     lambda u: exercise(u, "cloze").update(alternatives=["ARE"])),
    ("answer no choice", "answer is not among the choices",
     lambda u: exercise(u, "multiple_choice").update(answer="Hola.")),
    ("same choice in other dress", "two choices are the same",
     lambda u: exercise(u, "multiple_choice").update(
         choices=["Good morning.", "good morning", "Goodbye."])),
    ("same choice contracted", "two choices are the same",
     lambda u: exercise(u, "multiple_choice").update(
         choices=["Good morning.", "I'm fine.", "I am fine."])),
    ("two choices only", "needs 3 or 4 choices",
     lambda u: exercise(u, "multiple_choice").update(choices=["Good morning.", "Goodbye."])),
    ("second right choice", "no alternatives",
     lambda u: exercise(u, "multiple_choice").update(alternatives=["Goodbye."])),
    ("no gap", "exactly one ____", lambda u: exercise(u, "cloze").update(prompt="How is it?")),
    ("two gaps", "exactly one ____",
     lambda u: exercise(u, "cloze").update(prompt="How ____ you ____?")),
    ("short gap", "exactly one ____", lambda u: exercise(u, "cloze").update(prompt="How __ you?")),
    ("answer shown", "gives the answer away",
     lambda u: exercise(u, "cloze").update(prompt="How ____ you? You are fine.")),
    ("token missing", "tokens are not those of the answer",
     lambda u: exercise(u, "reorder")["tokens"].pop()),
    ("tokens in order", "already in order",
     lambda u: exercise(u, "reorder").update(tokens=["how", "are", "you", "today"])),
    ("alternative with other words", "tokens are not those of the answer",
     lambda u: exercise(u, "reorder").update(alternatives=["How are you now?"])),
    ("same left side", "two left sides are the same",
     lambda u: exercise(u, "matching")["pairs"][1].update(left="Good morning.")),
    ("same right side", "two right sides are the same",
     lambda u: exercise(u, "matching")["pairs"][1].update(right="Chào buổi sáng.")),
    ("three pairs", "needs 4 or 5 pairs",
     lambda u: exercise(u, "matching").update(pairs=exercise(u, "matching")["pairs"][:3])),
    ("matching with an answer", "answer and alternatives stay empty",
     lambda u: exercise(u, "matching").update(answer="x")),
    ("voice says something else", "audio_text and answer differ",
     lambda u: exercise(u, "dictation").update(audio_text="Good night.")),
    ("nothing wrong in the prompt", "the prompt is already correct",
     lambda u: exercise(u, "error_spotting").update(prompt=exercise(u, "error_spotting")[
         "answer"])),
    ("Vietnamese prompt without marks", "prompt has no Vietnamese diacritics",
     lambda u: exercise(u, "translate_to_en").update(prompt="Toi khoe, cam on ban.")),
    ("Vietnamese answer without marks", "no Vietnamese diacritics",
     lambda u: exercise(u, "translate_to_vi").update(answer="Chuc me ngu ngon.")),
    ("Vietnamese in an English answer", "Vietnamese letters",
     lambda u: exercise(u, "translate_to_en").update(answer="I am khỏe.")),
    ("explanation without marks", "explanation_vi has no Vietnamese diacritics",
     lambda u: exercise(u, "cloze").update(explanation_vi="Day la cau tra loi dung.")),
    ("decomposed letters", "not in Unicode NFC",
     lambda u: u.update(title_vi=unicodedata.normalize("NFD", "Xin chào"))),
    ("stray spaces", "has stray spaces", lambda u: u.update(title="Hello ")),
    ("invisible character", "has control characters", lambda u: u.update(title="Hel\u200blo")),
]

COURSE_MISTAKES = [
    ("unknown key", "unknown key author", lambda c: c.update(author="x")),
    ("slug not the folder", "slug is not the folder's name", lambda c: c.update(slug="other")),
    ("unknown level", "unknown level A0", lambda c: c.update(level="A0")),
    ("unit file missing", "unit-09-gone.json is not both listed and present",
     lambda c: c["units"].append("unit-09-gone.json")),
    ("unit not listed", "is not both listed and present", lambda c: c["units"].pop()),
    ("unit listed twice", "is listed twice", lambda c: c["units"].append(c["units"][0])),
]

WORD_MISTAKES = [
    ("unknown key", "unknown key level", lambda v: v["words"][0].update(level="A1")),
    ("missing key", "missing key ipa", lambda v: v["words"][0].pop("ipa")),
    ("unknown part of speech", "unknown part_of_speech article",
     lambda v: v["words"][0].update(part_of_speech="article")),
    ("word twice", "listed twice as",
     lambda v: v["words"].append({**word(v, "book"), "example": "I read this book."})),
    ("example twice", "example used for two words",
     lambda v: word(v, "pen").update(example="I need a pen and a pencil.") or
     word(v, "pencil").update(example="I need a pen and a pencil.")),
    ("example without the word", "example does not use the word",
     lambda v: word(v, "book").update(example="This is my pen, not yours.")),
    ("example only contains it inside another", "example does not use the word",
     lambda v: word(v, "pen").update(example="The pencil is short.")),
    ("no slashes", "not between slashes", lambda v: word(v, "book").update(ipa="bʊk")),
    ("wrong g", "unknown symbols", lambda v: word(v, "bag").update(ipa="/bæg/")),
    ("apostrophe for stress", "unknown symbols",
     lambda v: word(v, "mother").update(ipa="/'mʌðɚ/")),
    ("no stress", "needs one primary stress", lambda v: word(v, "mother").update(ipa="/mʌðɚ/")),
    ("two stresses", "needs one primary stress",
     lambda v: word(v, "mother").update(ipa="/ˈmʌˈðɚ/")),
    ("stress on one syllable", "needs one primary stress",
     lambda v: word(v, "book").update(ipa="/ˈbʊk/")),
    ("stress on a weak vowel", "stresses a weak vowel",
     lambda v: word(v, "mother").update(ipa="/mʌˈðɚ/")),
    ("a word of the phrase without ipa", "another number of words",
     lambda v: word(v, "thank you").update(ipa="/ˈθæŋkjuː/")),
    ("translation without marks", "translation has no Vietnamese diacritics",
     lambda v: word(v, "book").update(translation="quyen sach de doc")),
    ("example_vi without marks", "example_vi has no Vietnamese diacritics",
     lambda v: word(v, "book").update(example_vi="Day la sach cua toi.")),
    ("no tags", "tags are missing", lambda v: word(v, "book").update(tags=[])),
    ("level not the file's", "level does not fit", lambda v: v.update(level="B1")),
]

MISTAKES = [pytest.param(file, expected, change, id=f"{kind}: {name}")
            for kind, file, table in (("unit", UNIT, UNIT_MISTAKES),
                                      ("course", COURSE, COURSE_MISTAKES),
                                      ("word", WORDS, WORD_MISTAKES))
            for name, expected, change in table]


@pytest.mark.parametrize("file, expected, change", MISTAKES)
def test_a_mistake_is_caught(content, file, expected, change):
    problems = problems_after(content, file, change)
    assert any(expected in problem for problem in problems), problems


def test_a_key_given_twice_in_one_object_is_caught(content):
    path = content / COURSE
    path.write_text(path.read_text(encoding="utf-8").replace(
        '"level": "A1"', '"level": "B2", "level": "A1"'), encoding="utf-8")
    assert any("key level appears twice" in p for p in content_check.check(content).problems)


def test_a_folder_without_content_is_not_clean(tmp_path):
    assert content_check.check(tmp_path).problems


def say(text):
    return lambda u: u["lessons"][0]["dialogue"][0].update(text=text)


def add(unit, base, **keys):
    """One more exercise, made from the first of its kind."""
    lesson = unit["lessons"][0]
    lesson["exercises"].append({**exercise(unit, base), "alternatives": [], **keys,
                                "slug": f"extra-{len(lesson['exercises'])}"})


def explain(text):
    return lambda u: exercise(u, "cloze").update(explanation_vi=text)


LEVEL_MISTAKES = [
    ("rare word", "zebras is above A1", say("Hello, these are zebras.")),
    ("rare word first in the sentence", "zebras is above A1", say("Hello! Zebras are nice.")),
    ("rare word as a choice", "reluctantly is above A1", lambda u: exercise(
        u, "multiple_choice").update(choices=["Good morning.", "Reluctantly.", "Goodbye."])),
    ("rare word in a question", "wardrobe is above A1",
     lambda u: exercise(u, "multiple_choice").update(prompt="What is in the wardrobe?")),
    ("rare word to be heard", "wardrobe is above A1",
     lambda u: exercise(u, "listening").update(audio_text="It is in the wardrobe.")),
    ("rare word with an ending of its own", "wardrobe's is above A1",
     say("Hello, the wardrobe's here.")),
]
LEVEL_RIGHT = [("name", say("Hello, this is Ferdinand. Ferdinand is here.")),
               ("inflection", say("Hello, she likes shoes and watches boxes.")),
               ("contraction", say("Hello, they don't like it and he's a doctor.")),
               ("very common word", say("Hello, according to you.")),
               ("sounds", lambda u: exercise(u, "multiple_choice").update(
                   prompt="Which word has the sound /wɒdrəʊb/ in it?"))]

SECOND_ANSWER_MISTAKES = [
    ("choice of the same sense, numeral", "says the same as the answer: I am 6.",
     lambda u: add(u, "multiple_choice", prompt="How old are you?", answer="I'm six.",
                   choices=["I'm six.", "I am 6.", "I'm fine."])),
    ("choice of the same sense, British spelling", "says the same as the answer: the colour",
     lambda u: add(u, "multiple_choice", prompt="Which one?", answer="the color",
                   choices=["the color", "the colour", "the key"])),
    ("choices that sound the same", "sounds like the answer",
     lambda u: add(u, "listening", prompt="What do you hear?", audio_text="They're two boys.",
                   answer="They're two boys.",
                   choices=["They're two boys.", "There too boys.", "They are girls."])),
    ("choice that is right elsewhere", "a second choice is right in",
     lambda u: (say("I like tea.")(u),
                add(u, "multiple_choice", prompt="I ____ tea.", prompt_vi="Chọn từ đúng.",
                    answer="drink", choices=["drink", "like", "are"]))),
    ("gap that the course fills in another way", "the gap has a second filling in",
     lambda u: (say("I like tea.")(u),
                add(u, "cloze", prompt="I ____ tea.", prompt_vi="Điền một từ.", answer="drink"))),
    ("order that is right elsewhere", "another order is right in",
     lambda u: (say("The boy is a friend of the girl.")(u),
                add(u, "reorder", prompt_vi="Sắp xếp các từ thành câu đúng.",
                    tokens=["of", "girl", "the", "a", "is", "friend", "boy", "the"],
                    answer="The girl is a friend of the boy."))),
    ("time that can stand first", "another order is right too: every day i drink tea",
     lambda u: add(u, "reorder", prompt_vi="Sắp xếp các từ thành câu đúng.",
                   tokens=["tea", "drink", "every", "day", "I"], answer="I drink tea every day.")),
    ("time that can stand last", "another order is right too: i drink tea every day",
     lambda u: add(u, "reorder", prompt_vi="Sắp xếp các từ thành câu đúng.",
                   tokens=["tea", "drink", "every", "day", "I"], answer="Every day I drink tea.")),
    ("partner of two", "chào also fits hi",
     lambda u: exercise(u, "matching")["pairs"].__setitem__(
         slice(0, 2), [{"left": "hi", "right": "chào (thân mật)"},
                       {"left": "hello", "right": "chào"}])),
    ("right sentence to correct", "the sentence to correct is right English in",
     lambda u: say(exercise(u, "error_spotting")["prompt"])(u) or
     exercise(u, "error_spotting").update(prompt="I'm fine, thanks.")),
    ("same question, other answer", "takes another answer: Hi.",
     lambda u: [add(u, "translate_to_en", prompt="Xin chào nhé.", answer=answer)
                for answer in ("Hello.", "Hi.")]),
]
SECOND_ANSWER_RIGHT = [
    ("narrowed gap", lambda u: (say("I like tea.")(u), add(
        u, "cloze", prompt="I ____ tea.", prompt_vi="Điền một từ có nghĩa là “uống”.",
        answer="drink"))),
    ("narrowed order", lambda u: add(
        u, "reorder", prompt_vi="Sắp xếp các từ thành câu đúng, bắt đầu bằng “I”.",
        tokens=["tea", "drink", "every", "day", "I"], answer="I drink tea every day.")),
    ("both orders accepted", lambda u: u["lessons"][0]["exercises"].append(
        {**exercise(u, "reorder"), "slug": "extra", "prompt_vi": "Sắp xếp các từ thành câu đúng.",
         "tokens": ["tea", "drink", "every", "day", "I"], "answer": "I drink tea every day.",
         "alternatives": ["Every day I drink tea."]})),
]

MARK_MISTAKES = [
    ("in a line", "khong lacks", lambda u: u["lessons"][0]["dialogue"][0].update(
        text_vi="Chào buổi sáng Tom, cậu có khỏe khong?")),
    ("in a short title", "Nguoi lacks", lambda u: u.update(title_vi="Nguoi Việt")),
    ("with a closing consonant", "nuoc lacks", lambda u: u.update(title_vi="nuoc")),
    ("in an explanation", "nguoi lacks", explain("Chủ ngữ chỉ một nguoi nên dùng “is”.")),
    ("in an answer", "buoi lacks", lambda u: exercise(u, "translate_to_vi").update(
        answer="Chào buoi sáng nhé.")),
    ("in a prompt", "toi lacks", lambda u: exercise(u, "translate_to_en").update(
        prompt="Mẹ toi khỏe, cảm ơn bạn.")),
    ("in a pair", "buoi lacks", lambda u: exercise(u, "matching")["pairs"][0].update(
        right="Chào buoi sớm.")),
]
MARKS_RIGHT = [("words without marks", lambda u: u["lessons"][0]["dialogue"][0].update(
                   text_vi="Anh ba xem ti vi hay ra ban công?")),
               ("names", lambda u: u["lessons"][0]["dialogue"][0].update(
                   text="Good morning, Tom and Hoc!", text_vi="Chào buổi sáng Tom và Hoc!")),
               ("English that is quoted", explain("Ta dùng “is” chứ không nói “I com here”.")),
               ("taught English in an explanation", explain("Sau he, she, it ta dùng is."))]


@pytest.mark.parametrize("expected, change", [
    pytest.param(expected, change, id=name)
    for name, expected, change in LEVEL_MISTAKES + SECOND_ANSWER_MISTAKES + MARK_MISTAKES])
def test_a_mistake_of_the_language_is_caught(content, expected, change):
    problems = problems_after(content, UNIT, change)
    assert any(expected in problem for problem in problems), problems


@pytest.mark.parametrize("change", [
    pytest.param(change, id=name)
    for name, change in LEVEL_RIGHT + SECOND_ANSWER_RIGHT + MARKS_RIGHT])
def test_what_is_right_is_not_a_problem(content, change):
    assert problems_after(content, UNIT, change) == []


def test_a_word_of_a_higher_list_is_above_the_lesson_though_it_is_common(content):
    listing = json.loads((content / WORDS).read_text(encoding="utf-8"))
    money = word(listing, "money")
    (content / WORDS).write_text(json.dumps({**listing, "words": [
        entry for entry in listing["words"] if entry is not money]}), encoding="utf-8")
    (content / "vocabulary" / "b1-money.json").write_text(json.dumps(
        {**listing, "level": "B1", "words": [money]}), encoding="utf-8")
    problems = problems_after(content, UNIT, say("Hello, I have money."))
    assert any("money is above A1: taught at B1" in problem for problem in problems), problems


def test_a_word_without_marks_in_the_vocabulary_is_caught(content):
    problems = problems_after(content, WORDS, lambda v: word(v, "book").update(translation="sach"))
    assert problems == [f"{WORDS}: book: translation: sach lacks its diacritics"]


def test_the_check_is_quick():
    started = time.process_time()   # not the wall's: others may have the machine busy
    content_check.check(ROOT / "content")
    assert time.process_time() - started < 5
