"""The pages of docs/developers as what can be run: fenced blocks, in order."""
import dataclasses
import json
import re

import harness

FOLDER = harness.CLONE / "docs" / "developers"
PAGES = sorted(FOLDER.glob("*.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
MARK = "--8<-- the next block --8<--"


@dataclasses.dataclass
class Block:
    language: str
    text: str
    line: int


def blocks(page):
    source = page.read_text()
    return [Block(found[1], found[2], source.count("\n", 0, found.start()) + 2) for found in BLOCK.finditer(source)]


def of(page, language):
    return [block for block in blocks(page) if block.language == language]


def shell_script(page):
    """All shell lines of a page as one script, that says where each block's output ends."""
    return "set -euo pipefail\n" + "".join(f"{block.text}printf '\\n%s\\n' '{MARK}'\n" for block in of(page, "sh"))


def python_script(page):
    """Line numbers are the page's, so that a traceback points into it."""
    lines = []
    for block in of(page, "python"):
        lines += [""] * (block.line - 1 - len(lines)) + block.text.splitlines()
    return "\n".join(lines) + "\n"


def promised(page):
    """For each shell block what the page says it prints, a json or text block right behind it; else None."""
    every = blocks(page)
    return [after if block.language == "sh" and after is not None and after.language in ("json", "text") else None
            for block, after in zip(every, [*every[1:], None]) if block.language == "sh"]


def differences(shown, got, at="reply"):
    """What the page shows and the reply has not. `…` is anything; a page may leave out fields and later items."""
    if isinstance(shown, str) and "…" in shown:
        pattern = "(.|\n)*".join(map(re.escape, shown.split("…")))
        return [] if not isinstance(got, str) or re.fullmatch(pattern, got) else [f"{at}: {got!r} is not {shown!r}"]
    if isinstance(shown, dict) and isinstance(got, dict):
        missing = [f"{at} has no {name}" for name in shown if name not in got]
        return missing + [text for name in shown if name in got for text in differences(shown[name], got[name], f"{at}.{name}")]
    if isinstance(shown, list) and isinstance(got, list):
        if len(shown) > len(got):
            return [f"{at} has only {len(got)} items"]
        return [text for n, item in enumerate(shown) for text in differences(item, got[n], f"{at}[{n}]")]
    return [] if shown == got else [f"{at}: {got!r} is not {shown!r}"]


def unlike(promise, output):
    if promise.language == "text":
        return [] if promise.text.strip() == output.strip() else [f"{output.strip()!r} is not {promise.text.strip()!r}"]
    return differences(json.loads(promise.text), json.loads(output))
