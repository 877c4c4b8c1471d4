"""Every snippet of docs/developers does what its page says, on the real services."""
import os
import subprocess
import sys

import dart_check
import dart_code
import guide
import harness
import pytest

SHELL = [page for page in guide.PAGES if guide.of(page, "sh")]
PYTHON = [page for page in guide.PAGES if guide.of(page, "python")]
DART = [page for page in guide.PAGES if guide.of(page, "dart")]


def run(command, services):
    return subprocess.run(command, cwd=harness.CLONE, text=True, capture_output=True, timeout=300, env={
        **os.environ, "BACKEND": services["backend"].url, "AI": services["ai"].url})


@pytest.mark.parametrize("page", SHELL, ids=lambda page: page.stem)
def test_the_shell_lines_print_what_the_page_shows(page, services):
    done = run(["bash", "-c", guide.shell_script(page)], services)
    outputs = done.stdout.split(f"\n{guide.MARK}\n")
    blocks = guide.of(page, "sh")
    assert done.returncode == 0, f"{page.name}, line {blocks[min(len(outputs), len(blocks)) - 1].line}: {outputs[-1]}{done.stderr}"
    for block, promise, output in zip(blocks, guide.promised(page), outputs):
        if promise is not None:
            assert not guide.unlike(promise, output), f"{page.name}, line {promise.line}"


@pytest.mark.parametrize("page", PYTHON, ids=lambda page: page.stem)
def test_the_python_lines_hold(page, services):
    done = run([sys.executable, "-c", guide.python_script(page)], services)
    assert done.returncode == 0, f"{page.name}: {done.stderr}"


@pytest.mark.parametrize("page", DART, ids=lambda page: page.stem)
def test_the_dart_lines_parse_and_use_what_there_is(page):
    problems = dart_check.snippet_problems(dart_code.app(), "".join(block.text for block in guide.of(page, "dart")))
    assert not problems, page.name


def test_every_page_is_listed_and_every_flow_has_its_page():
    index = (guide.FOLDER / "README.md").read_text()
    assert {page.name for page in guide.PAGES} == {"README.md"} | {
        name for name in os.listdir(guide.FOLDER) if name.endswith(".md") and f"({name})" in index}
    assert len(PYTHON) >= 2 and len(SHELL) >= 5 and len(DART) >= 5


def test_a_page_that_promises_something_else_would_be_found():
    assert guide.differences({"a": [{"b": 1}]}, {"a": [{"b": 2}]}) == ["reply.a[0].b: 2 is not 1"]
    assert guide.differences({"a": 1}, {}) == ["reply has no a"]
    assert not guide.differences({"a": "…"}, {"a": {"anything": []}})
