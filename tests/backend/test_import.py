"""`backend-service import`: shows a difference, asks, writes all or nothing."""
import json
import shutil
import subprocess

import psycopg
import pytest

import harness


@pytest.fixture
def pack(tmp_path):
    """A small copy of the shipped content."""
    folder = tmp_path / "content"
    shutil.copytree(harness.CLONE / "content" / "courses" / "a1-first-steps", folder / "courses" / "a1-first-steps")
    (folder / "vocabulary").mkdir()
    shutil.copy(harness.CLONE / "content" / "vocabulary" / "a1.json", folder / "vocabulary" / "a1.json")
    return folder


@pytest.fixture
def backend():
    return harness.backend(content=False)


def run(backend, pack, *flags, stdin=subprocess.DEVNULL, **more):
    return subprocess.run([backend.binary, "import", str(pack), *flags], env=backend.environment, cwd=harness.CLONE,
                          capture_output=True, text=True, stdin=stdin, timeout=120, **more)


def counts(backend):
    with psycopg.connect(backend.environment["DATABASE_URL"]) as db:
        return tuple(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                     for table in ("courses", "units", "lessons", "exercises", "vocabulary"))


def edit(path, change):
    data = json.loads(path.read_text())
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False))


def first_unit(pack):
    return pack / "courses" / "a1-first-steps" / "unit-01-hello.json"


def test_a_dry_run_shows_everything_and_writes_nothing(backend, pack):
    shown = run(backend, pack, "--dry-run")
    assert shown.returncode == 0, shown.stderr
    assert "added    course   a1-first-steps" in shown.stdout and "added word:" in shown.stdout
    assert counts(backend) == (0, 0, 0, 0, 0)


def test_without_yes_and_without_anybody_to_ask_nothing_is_written(backend, pack):
    refused = run(backend, pack)
    assert refused.returncode == 1 and "--yes" in refused.stderr
    assert counts(backend) == (0, 0, 0, 0, 0)


def test_a_second_import_changes_nothing(backend, pack):
    first = run(backend, pack, "--yes")
    assert first.returncode == 0 and "written" in first.stdout, first.stderr
    before = counts(backend)
    again = run(backend, pack, "--yes")
    assert again.returncode == 0 and "nothing changes" in again.stdout and "nothing written" in again.stdout
    assert counts(backend) == before and before[0] == 1


def test_the_difference_names_courses_lessons_exercises_and_words(backend, pack):
    run(backend, pack, "--yes")

    def change(unit):
        unit["lessons"][0]["title"] = "Hello again"
        unit["lessons"][0]["exercises"][0]["explanation_vi"] += " Thật vậy."
        unit["lessons"][1]["exercises"].pop()
    edit(first_unit(pack), change)
    edit(pack / "courses" / "a1-first-steps" / "course.json", lambda c: c.update(title="First steps"))
    edit(pack / "vocabulary" / "a1.json", lambda v: v["words"].pop(0) and v["words"][0].update(translation="chào nhé"))
    shown = run(backend, pack, "--yes")
    assert shown.returncode == 0, shown.stderr
    lines = [line.split(None, 2) for line in shown.stdout.splitlines()]
    assert ["changed", "course", "a1-first-steps (title)"] in lines
    assert ["changed", "lesson", "a1-first-steps/hello/greetings (title)"] in lines
    assert any(line[:2] == ["changed", "exercise"] and line[2].endswith("(explanation_vi)") for line in lines)
    assert any(line[:2] == ["retired", "exercise"] for line in lines)
    assert any(line[:2] == ["changed", "word"] and "(translation)" in line[2] for line in lines)
    assert any(line[:2] == ["retired", "word"] for line in lines)
    with psycopg.connect(backend.environment["DATABASE_URL"]) as db:
        assert db.execute("SELECT edition FROM courses").fetchone() == (2,)
        assert db.execute("SELECT count(*) FROM vocabulary WHERE is_retired").fetchone() == (1,)


def test_a_broken_pack_changes_nothing(backend, pack):
    run(backend, pack, "--yes")
    before = counts(backend)
    edit(pack / "courses" / "a1-first-steps" / "course.json", lambda c: c.update(title="Not to be seen"))
    edit(first_unit(pack), lambda u: u["lessons"][0]["exercises"][0].update(answer="no choice of these"))
    broken = run(backend, pack, "--yes")
    assert broken.returncode == 1 and "one of the choices" in broken.stderr
    edit(first_unit(pack), lambda u: u["lessons"][0]["exercises"][0].update(answer=u["lessons"][0]["exercises"][0]["choices"][0]))
    edit(pack / "courses" / "a1-first-steps" / "course.json", lambda c: c.update(builds_on=["no-such-course"]))
    late = run(backend, pack, "--yes")  # found by the last statement of the import
    assert late.returncode == 1 and "no other course no-such-course" in late.stderr
    assert counts(backend) == before
    with psycopg.connect(backend.environment["DATABASE_URL"]) as db:
        assert db.execute("SELECT title, edition FROM courses").fetchone() == ("First Steps in English", 1)


def test_a_course_that_left_the_pack_is_withdrawn_and_not_lost(backend, pack, tmp_path):
    run(backend, pack, "--yes")
    shutil.move(pack / "courses" / "a1-first-steps", tmp_path / "aside")
    gone = run(backend, pack, "--yes")
    assert "retired  course   a1-first-steps" in gone.stdout
    with psycopg.connect(backend.environment["DATABASE_URL"]) as db:
        assert db.execute("SELECT is_published FROM courses").fetchone() == (False,)


def test_two_imports_at_once_take_turns(backend, pack, at_once):
    done = at_once(3, lambda _: run(backend, pack, "--yes"))
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    assert sorted("nothing changes" in one.stdout for one in done) == [False, True, True]
