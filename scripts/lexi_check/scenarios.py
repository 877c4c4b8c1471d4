"""Checks the role-play scenarios under content/scenarios (format: content/README.md)."""
from .levels import check_level
from .patterns import HELP, any_matches, mistake, turn_words
from .shape import check_shape, check_slug, check_strings, read_json
from .text import duplicates, has_diacritic, inflections, normal, words_of

SCENARIO = {"slug": str, "title": str, "title_vi": str, "level": str, "situation": str,
            "situation_vi": str, "ai_role": str, "ai_role_vi": str, "learner_role": str,
            "learner_role_vi": str, "target_words": list, "?names": list, "goals": list,
            "max_turns": int, "closing": str, "closing_vi": str, "script": list}
GOAL = {"id": str, "description": str, "description_vi": str, "hint_vi": str, "patterns": list}
NODE = {"id": str, "text": str, "text_vi": str, "?moves": list, "?fallback": dict}
MOVE = {"patterns": list, "examples": list, "next": str, "?reaches": list}
FALLBACK = {"text": str, "text_vi": str, "hint_vi": str}
ROLE_PLAY_LEVELS = ("A1", "A2", "B1", "B2")
GOALS, TARGET_WORDS, TURNS = range(3, 7), range(5, 13), range(8, 15)
MIN_EXAMPLES = 2


# ---- shape ---------------------------------------------------------------------------------------

def check_patterns(report, file, where, patterns):
    if not check_strings(report, file, where, "patterns", patterns):
        return False
    wrong = [f"pattern {p!r} {mistake(p)}" for p in patterns if mistake(p)]
    wrong += [f"pattern {p!r} stands twice" for p in duplicates(patterns)]
    if not patterns:
        wrong.append("has no patterns")
    for reason in wrong:
        report.add(file, where, reason)
    return not wrong


def check_move(report, file, where, move):
    if not (check_shape(report, file, where, move, MOVE)
            and check_patterns(report, file, where, move["patterns"])
            and check_strings(report, file, where, "examples", move["examples"], "example")
            and check_strings(report, file, where, "reaches", move.get("reaches", []))):
        return False
    if len(move["examples"]) < MIN_EXAMPLES:
        report.add(file, where, f"a move needs {MIN_EXAMPLES} examples")
    if duplicates(map(normal, move["examples"])):
        report.add(file, where, "two examples of a move are the same")
    return True


def check_node(report, file, node):
    where = node.get("id", "?") if isinstance(node, dict) else "?"
    if not check_shape(report, file, where, node, NODE):
        return False
    check_slug(report, file, where)
    if ("moves" in node) != ("fallback" in node):
        report.add(file, where, "needs both moves and a fallback, or neither where it ends")
        return False
    if "moves" not in node:
        return True
    if not node["moves"]:
        report.add(file, where, "has no moves")
    if not check_shape(report, file, where, node["fallback"], FALLBACK):
        return False
    if normal(node["fallback"]["text"]) == normal(node["text"]):
        report.add(file, where, "the fallback only repeats the line")
    return all([check_move(report, file, where, move) for move in node["moves"]])


def check_goal(report, file, goal):
    where = goal.get("id", "?") if isinstance(goal, dict) else "?"
    if not check_shape(report, file, where, goal, GOAL):
        return False
    check_slug(report, file, where)
    return check_patterns(report, file, where, goal["patterns"])


def check_parts(report, file, scene):
    """True when every goal, node and list of the scenario has the right shape."""
    slug = scene["slug"]
    sound = [check_goal(report, file, goal) for goal in scene["goals"]]
    sound += [check_node(report, file, node) for node in scene["script"]]
    sound += [check_strings(report, file, slug, key, scene.get(key, []))
              for key in ("target_words", "names")]
    if not all(sound):
        return False
    before = len(report.problems)
    for name, count, range_of in (("goals", len(scene["goals"]), GOALS),
                                  ("target words", len(scene["target_words"]), TARGET_WORDS)):
        if count not in range_of:
            report.add(file, slug, f"needs {range_of[0]} to {range_of[-1]} {name}, has {count}")
    for name, values in (("goal", [goal["id"] for goal in scene["goals"]]),
                         ("node", [node["id"] for node in scene["script"]]),
                         ("target word", scene["target_words"])):
        for twice in duplicates(values):
            report.add(file, slug, f"{name} {twice} stands twice")
    return len(report.problems) == before


# ---- the script, walked with its own example answers ------------------------------------------------

def moves_of(scene):
    return [(node, move) for node in scene["script"] for move in node.get("moves", [])]


def check_links(report, file, scene):
    """True when every move leads on to a later node, every node is met and every goal is one."""
    order = {node["id"]: number for number, node in enumerate(scene["script"])}
    goals = {goal["id"] for goal in scene["goals"]}
    before = len(report.problems)
    for node, move in moves_of(scene):
        if move["next"] not in order:
            report.add(file, node["id"], f"leads to {move['next']}, which is no node")
        elif order[move["next"]] <= order[node["id"]]:
            report.add(file, node["id"], f"leads back to {move['next']}: a script only goes on")
        for goal in move.get("reaches", []):
            if goal not in goals:
                report.add(file, node["id"], f"reaches {goal}, which is no goal")
    if not scene["script"]:
        report.add(file, scene["slug"], "has no script")
    elif "moves" in scene["script"][-1]:
        report.add(file, scene["slug"], "the last node does not end the script")
    met = {scene["script"][0]["id"]} if scene["script"] else set()
    for node in scene["script"]:
        if node["id"] in met:
            met |= {move["next"] for move in node.get("moves", [])}
        else:
            report.add(file, node["id"], "is never reached")
    return len(report.problems) == before


def check_walks(report, file, scene):
    """How long the walks are, and whether one of them reaches every goal."""
    # node -> the walks that come to it, as (lines said by the partner, goals reached)
    walks = {node["id"]: set() for node in scene["script"]}
    walks[scene["script"][0]["id"]] = {(1, frozenset())}
    ends = set()
    for node in scene["script"]:
        for lines, reached in walks[node["id"]]:
            if "moves" not in node:
                ends.add((lines, reached))
            for move in node.get("moves", []):
                walks[move["next"]].add((lines + 1, reached | set(move.get("reaches", []))))
    for lines in sorted({lines for lines, _ in ends} - set(TURNS)):
        report.add(file, scene["slug"],
                   f"a walk has {lines} lines of the partner, not {TURNS[0]} to {TURNS[-1]}")
    every = {goal["id"] for goal in scene["goals"]}
    if every not in [reached for _, reached in ends]:
        most = max((reached for _, reached in ends), key=len, default=frozenset())
        report.add(file, scene["slug"], f"no walk reaches every goal; missing at best: "
                   f"{', '.join(sorted(every - most))}")
    if scene["max_turns"] < max((lines for lines, _ in ends), default=0):
        report.add(file, scene["slug"], "max_turns is shorter than the script")


def check_examples(report, file, scene):
    """Each example answer is understood as its own move, and reaches the goals that it should."""
    patterns = {goal["id"]: goal["patterns"] for goal in scene["goals"]}
    for node in scene["script"]:
        moves = node.get("moves", [])
        for number, move in enumerate(moves):
            reaches = set(move.get("reaches", []))
            for example in move["examples"]:
                words = turn_words(example)
                taken = next((n for n, m in enumerate(moves)
                              if any_matches(m["patterns"], words)), None)
                if any_matches(HELP, words):
                    report.add(file, node["id"], f"counts as a call for help: {example}")
                if taken is None:
                    report.add(file, node["id"], f"its move does not understand: {example}")
                elif taken != number:
                    reason = ("an earlier move takes" if taken < number
                              else "its move does not understand")
                    report.add(file, node["id"], f"{reason}: {example}")
                reached = {goal for goal, ways in patterns.items() if any_matches(ways, words)}
                for goal in sorted(reached - reaches):
                    report.add(file, node["id"],
                               f"the patterns of goal {goal} match, the move does not: {example}")
                if example == move["examples"][0]:
                    for goal in sorted(reaches - reached):
                        report.add(file, node["id"],
                                   f"the patterns of goal {goal} do not match: {example}")


# ---- language ------------------------------------------------------------------------------------

def english_of(scene):
    """What the learner reads and says; the situation and the roles are for the model."""
    texts = [scene["closing"]]
    for node in scene["script"]:
        texts.append(node["text"])
        if "fallback" in node:
            texts.append(node["fallback"]["text"])
    return texts + [example for _, move in moves_of(scene) for example in move["examples"]]


def is_said(word, texts):
    """Is the word, or each word of the phrase in some form, in one of the texts?"""
    forms = [inflections(part) for part in words_of(word)]
    return any(all(said in form for said, form in zip(text[at:], forms))
               for text in texts for at in range(len(text) - len(forms) + 1))


def check_target_words(report, file, scene, vocabulary):
    texts = [words_of(text) for text in english_of(scene)]
    for word in scene["target_words"]:
        level = vocabulary.levels.get(word)
        if level is None:
            report.add(file, scene["slug"], f"target word {word} is not in the vocabulary")
        elif level > scene["level"]:
            report.add(file, scene["slug"], f"target word {word} is taught at {level}")
        if not is_said(word, texts):
            report.add(file, scene["slug"], f"target word {word} is never used in the script")


def read_scene(report, file, path, vocabulary):
    scene = read_json(report, file, path)
    if scene is None or not check_shape(report, file, path.stem, scene, SCENARIO):
        return None
    if scene["slug"] != path.stem:
        report.add(file, scene["slug"], "slug is not the file's name")
    check_slug(report, file, scene["slug"])
    if scene["level"] not in ROLE_PLAY_LEVELS:
        report.add(file, scene["slug"], f"unknown level {scene['level']}")
        return None
    if not check_parts(report, file, scene) or not check_links(report, file, scene):
        return None
    check_walks(report, file, scene)
    check_examples(report, file, scene)
    check_target_words(report, file, scene, vocabulary)
    for text in english_of(scene):
        if has_diacritic(text):
            report.add(file, scene["slug"], f"English text has Vietnamese letters: {text}")
    return scene


def read(report, root, vocabulary):
    """The sound scenarios, as (file, scenario)."""
    files = [(path.relative_to(root).as_posix(), path)
             for path in sorted((root / "scenarios").glob("*"))]
    scenes = [(file, read_scene(report, file, path, vocabulary)) for file, path in files]
    return [(file, scene) for file, scene in scenes if scene]


def names(scenes):
    return {word for _, scene in scenes for name in scene.get("names", []) for word in name.split()}


def check_language(report, scenes, vocabulary, known_names):
    """What can be judged only when every name is known."""
    for file, scene in scenes:
        free = known_names | names([(file, scene)])
        free |= {name.capitalize() for name in free}
        check_level(report, file, scene["slug"], scene["level"], english_of(scene), free,
                    vocabulary.words)
