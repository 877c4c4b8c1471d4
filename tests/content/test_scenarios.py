"""The role-play scenarios we ship can be played to the end, and the checker catches each mistake."""
import copy
import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "lexi-check"
SCENE = "coffee-and-cake"

sys.path.insert(0, str(ROOT / "scripts"))
from lexi_check import content as content_check  # noqa: E402
from lexi_check import patterns, scenarios, shape  # noqa: E402

VECTORS = json.loads((Path(__file__).parent / "scenario_patterns.json").read_text(encoding="utf-8"))


def shipped():
    return [json.loads(path.read_text(encoding="utf-8"))
            for path in sorted((ROOT / "content" / "scenarios").iterdir())]


def test_the_shipped_scenarios_are_clean():
    assert content_check.check_scenarios(ROOT / "content").problems == []


def test_there_are_24_scenarios_and_5_of_each_level_from_a1_to_b2():
    levels = Counter(scene["level"] for scene in shipped())
    assert sum(levels.values()) >= 24
    assert all(levels[level] >= 5 for level in ("A1", "A2", "B1", "B2")), levels


def play(scene, choose):
    """The script played by its own rules, as a program would: the goals reached and the last node."""
    nodes = {node["id"]: node for node in scene["script"]}
    node, reached = scene["script"][0], set()
    while "moves" in node:
        words = patterns.turn_words(choose(node["moves"])["examples"][0])
        move = next(m for m in node["moves"] if patterns.any_matches(m["patterns"], words))
        reached |= set(move.get("reaches", []))
        node = nodes[move["next"]]
    return reached, node


@pytest.mark.parametrize("scene", shipped(), ids=lambda scene: scene["slug"])
def test_a_learner_who_says_the_first_or_the_last_example_each_time_comes_to_an_end(scene):
    for choose in (lambda moves: moves[0], lambda moves: moves[-1]):
        assert "moves" not in play(scene, choose)[1]


@pytest.mark.parametrize("scene", shipped(), ids=lambda scene: scene["slug"])
def test_a_learner_who_always_works_towards_the_goals_reaches_most_of_them(scene):
    reached, _ = play(scene, lambda moves: max(moves, key=lambda move: len(move.get("reaches", []))))
    assert len(reached) >= len(scene["goals"]) - 1


@pytest.mark.parametrize("scene", shipped(), ids=lambda scene: scene["slug"])
def test_a_learner_who_asks_for_help_or_says_nothing_of_use_is_helped_at_every_line(scene):
    for turn in ("Sorry, I don't understand.", "Can you say that again, please?", "...", "🙂"):
        words = patterns.turn_words(turn)
        for node in scene["script"]:
            assert patterns.any_matches(patterns.HELP, words) or not any(
                patterns.any_matches(move["patterns"], words) for move in node.get("moves", []))


# ---- the pattern language; the same vectors hold for every program that reads the files --------------

@pytest.mark.parametrize("vector", VECTORS["words"], ids=lambda vector: vector["turn"])
def test_a_turn_is_cut_into_words(vector):
    assert patterns.turn_words(vector["turn"]) == vector["words"]


@pytest.mark.parametrize("vector", VECTORS["matches"],
                         ids=lambda vector: f"{vector['pattern']} ~ {vector['turn']}")
def test_a_pattern_matches_what_it_should_and_nothing_else(vector):
    assert patterns.mistake(vector["pattern"]) == ""
    words = patterns.turn_words(vector["turn"])
    assert patterns.matches(vector["pattern"], words) == vector["matches"]


@pytest.mark.parametrize("pattern", VECTORS["malformed"])
def test_a_malformed_pattern_is_refused(pattern):
    assert patterns.mistake(pattern)


def test_a_long_turn_is_matched_in_a_moment():
    words = patterns.turn_words("a b " * 2000)
    started = time.process_time()
    assert not patterns.matches("a ... b ... a ... b ... a ... c", words)
    assert time.process_time() - started < 1


# ---- mistakes ------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def vocabulary():
    return content_check.check_vocabulary(shape.Report(), ROOT / "content")


@pytest.fixture(scope="module")
def sound():
    return json.loads((ROOT / "content" / "scenarios" / f"{SCENE}.json").read_text(encoding="utf-8"))


def problems_of(scene, folder, vocabulary):
    (folder / "scenarios").mkdir(exist_ok=True)
    text = scene if isinstance(scene, str) else json.dumps(scene, ensure_ascii=False)
    (folder / "scenarios" / f"{SCENE}.json").write_text(text, encoding="utf-8")
    return content_check.check_scenarios(folder, vocabulary).problems


def node(scene, number=0):
    return scene["script"][number]


def move(scene, number=0):
    return node(scene)["moves"][number]


def goal(scene):
    return scene["goals"][0]


def unreached(scene):
    """One more node that no move leads to."""
    scene["script"].insert(1, {**copy.deepcopy(node(scene)), "id": "island"})


def ending(scene):
    return scene["script"][-1]


def short(scene):
    """The second move leads straight to the end."""
    move(scene, 1)["next"] = ending(scene)["id"]


def long(scene):
    """Six more lines after the opening, said in every walk."""
    first = copy.deepcopy(node(scene))
    names = [first["id"], *(f"more-{n}" for n in range(6))]
    script = [{**copy.deepcopy(first), "id": name} for name in names]
    for here, after in zip(script, names[1:]):
        for one in here["moves"]:
            one["next"] = after
    scene["script"][:1] = script


MISTAKES = [
    ("unknown key", "unknown key note", lambda s: s.update(note="x")),
    ("missing key", "missing key situation_vi", lambda s: s.pop("situation_vi")),
    ("key of another type", "max_turns is not int", lambda s: s.update(max_turns="12")),
    ("slug of another file", "slug is not the file's name", lambda s: s.update(slug="tea")),
    ("bad slug", "slug is not lower-case", lambda s: s.update(slug="Coffee Cake")),
    ("unknown level", "unknown level A3", lambda s: s.update(level="A3")),
    ("a level without role-play", "unknown level C1", lambda s: s.update(level="C1")),
    ("empty text", "title is empty", lambda s: s.update(title="")),
    ("stray spaces", "closing has stray spaces", lambda s: s.update(closing=" Bye!")),
    ("Vietnamese without marks", "situation_vi has no Vietnamese diacritics",
     lambda s: s.update(situation_vi="Ban dang o quan ca phe")),
    ("a word that lost its marks", "khong lacks its diacritics",
     lambda s: node(s).update(text_vi="Chào bạn, bạn có uống gì khong?")),
    ("Vietnamese letters in English", "English text has Vietnamese letters",
     lambda s: node(s).update(text="Good morning! Do you like phở?")),
    ("goals as text", "goals is not list", lambda s: s.update(goals="order")),
    ("two goals", "needs 3 to 6 goals, has 2", lambda s: s.update(goals=s["goals"][:2])),
    ("goal twice", "goal order-drink stands twice", lambda s: s["goals"].append(goal(s))),
    ("goal without hint", "missing key hint_vi", lambda s: goal(s).pop("hint_vi")),
    ("goal without patterns", "has no patterns", lambda s: goal(s).update(patterns=[])),
    ("goal id no slug", "slug is not lower-case", lambda s: goal(s).update(id="Order Drink")),
    ("few target words", "needs 5 to 12 target words, has 1",
     lambda s: s.update(target_words=["tea"])),
    ("target word twice", "target word tea stands twice",
     lambda s: s["target_words"].append("tea")),
    ("target word not taught", "target word latte is not in the vocabulary",
     lambda s: s["target_words"].append("latte")),
    ("target word above the level", "target word delay is taught at A2",
     lambda s: s["target_words"].append("delay")),
    ("target word not used", "target word elephant is never used",
     lambda s: s["target_words"].append("elephant")),
    ("line above the level", "reluctantly is above A1",
     lambda s: node(s).update(text="Good morning! What do you reluctantly drink?")),
    ("fallback above the level", "beverage is above A1",
     lambda s: node(s)["fallback"].update(text="Which beverage?")),
    ("example above the level", "espresso is above A1",
     lambda s: move(s)["examples"].append("I would like a coffee, an espresso.")),
    ("closing above the level", "farewell is above A1", lambda s: s.update(closing="So, farewell!")),
    ("no script", "has no script", lambda s: s.update(script=[])),
    ("node twice", "node hello stands twice",
     lambda s: s["script"].insert(1, copy.deepcopy(node(s)))),
    ("node without translation", "missing key text_vi", lambda s: node(s).pop("text_vi")),
    ("moves without fallback", "needs both moves and a fallback", lambda s: node(s).pop("fallback")),
    ("fallback at an end", "needs both moves and a fallback",
     lambda s: ending(s).update(fallback=node(s)["fallback"])),
    ("no moves", "has no moves", lambda s: node(s).update(moves=[])),
    ("fallback without hint", "missing key hint_vi", lambda s: node(s)["fallback"].pop("hint_vi")),
    ("fallback repeats", "the fallback only repeats",
     lambda s: node(s)["fallback"].update(text=node(s)["text"])),
    ("malformed pattern", "does not understand 'Coffee'",
     lambda s: move(s)["patterns"].append("Coffee")),
    ("pattern twice", "stands twice", lambda s: move(s)["patterns"].append(move(s)["patterns"][0])),
    ("pattern of no words", "matches a turn without words",
     lambda s: move(s)["patterns"].append("please?")),
    ("pattern not text", "not a string", lambda s: move(s)["patterns"].append(7)),
    ("one example", "a move needs 2 examples",
     lambda s: move(s).update(examples=move(s)["examples"][:1])),
    ("same example twice", "two examples of a move are the same",
     lambda s: move(s)["examples"].append(move(s)["examples"][0].upper())),
    ("example that no move understands", "its move does not understand: Pizza, please.",
     lambda s: move(s)["examples"].append("Pizza, please.")),
    ("example that an earlier move takes", "an earlier move takes: I would like a coffee with milk.",
     lambda s: move(s, 1)["examples"].append("I would like a coffee with milk.")),
    ("example that a later move takes", "its move does not understand: Milk, please.",
     lambda s: move(s)["examples"].append("Milk, please.")),
    ("example that asks for help", "counts as a call for help",
     lambda s: move(s)["examples"].append("A coffee, I don't understand.")),
    ("next is nowhere", "leads to kitchen, which is no node", lambda s: move(s).update(next="kitchen")),
    ("a circle", "leads back to hello", lambda s: s["script"][1]["moves"][0].update(next="hello")),
    ("an island", "island: is never reached", unreached),
    ("no end", "the last node does not end the script", lambda s: s["script"].pop()),
    ("unknown goal reached", "reaches fame, which is no goal",
     lambda s: move(s)["reaches"].append("fame")),
    ("a short walk", "a walk has 2 lines of the partner", short),
    ("a long walk", "lines of the partner, not 8 to 14", long),
    ("max_turns too small", "max_turns is shorter", lambda s: s.update(max_turns=5)),
    ("a goal that no walk reaches", "no walk reaches every goal; missing at best: ask-price",
     lambda s: [m["reaches"].remove("ask-price") for n in s["script"] for m in n.get("moves", [])
                if "ask-price" in m.get("reaches", [])]),
    ("goal reached unawares", "the patterns of goal order-drink match, the move does not",
     lambda s: move(s).pop("reaches")),
    ("goal that its own example misses", "the patterns of goal order-drink do not match",
     lambda s: goal(s).update(patterns=["lemonade"])),
]


@pytest.mark.parametrize("expected, change", [
    pytest.param(expected, change, id=name) for name, expected, change in MISTAKES])
def test_a_mistake_is_caught(tmp_path, sound, vocabulary, expected, change):
    scene = copy.deepcopy(sound)
    change(scene)
    problems = problems_of(scene, tmp_path, vocabulary)
    assert any(expected in problem for problem in problems), problems


@pytest.mark.parametrize("text, expected", [("{", "cannot be read"), ("[]", "not an object")])
def test_a_file_that_is_no_scenario_is_caught(tmp_path, vocabulary, text, expected):
    assert any(expected in problem for problem in problems_of(text, tmp_path, vocabulary))


def test_the_sound_scenario_has_no_problem_by_itself(tmp_path, sound, vocabulary):
    assert problems_of(sound, tmp_path, vocabulary) == []


def test_a_name_may_stand_at_any_level_once_it_is_listed(tmp_path, sound, vocabulary):
    scene = copy.deepcopy(sound)
    node(scene)["text"] = "Good morning! What would you like with your lamington?"
    assert any("lamington is above A1" in p for p in problems_of(scene, tmp_path, vocabulary))
    scene["names"] = ["lamington"]
    assert problems_of(scene, tmp_path, vocabulary) == []


def test_no_scenarios_at_all_is_a_problem(tmp_path, vocabulary):
    assert content_check.check_scenarios(tmp_path, vocabulary).problems


def test_both_parts_of_the_command_check_the_scenarios(tmp_path):
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    path = content / "scenarios" / f"{SCENE}.json"
    path.write_text(re.sub(r'"next": "end"', '"next": "nowhere"', path.read_text(encoding="utf-8")),
                    encoding="utf-8")
    for part in ("scenarios", "content"):
        ran = subprocess.run([SCRIPT, part, content], capture_output=True, text=True)
        assert ran.returncode == 1
        assert f"scenarios/{SCENE}.json: pay: leads to nowhere, which is no node" in ran.stderr


def test_the_check_is_quick():
    started = time.process_time()   # not the wall's: others may have the machine busy
    content_check.check_scenarios(ROOT / "content")
    assert time.process_time() - started < 3
