"""Words in and out as files: CSV, Anki's text, .apkg with its review history."""
import csv
import io
import json
import sqlite3
import tempfile
import time
import zipfile
from datetime import datetime, timedelta, timezone

import genanki
import pytest

ENGLISH = genanki.Model(1607392319, "Words", fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Example"}],
                        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}])


def upload(learner, content, **fields):
    return learner.call("POST", "/vocabulary/import", files={"file": ("words", content)}, data=fields)


def imported(learner, content, **fields):
    reply = upload(learner, content, **fields)
    assert reply.status_code == 200, reply.text
    return reply.json()["data"]


def results(view):
    return [(row["line"], row["word"], row["result"]) for row in view["rows"]]


def words(learner):
    found, page = [], 1
    while True:
        items = learner.data("GET", f"/vocabulary?page={page}&page_size=100")
        found += items
        if len(items) < 100:
            return {item["word"]: item for item in found}
        page += 1


def exported(learner, form):
    reply = learner.call("GET", f"/vocabulary/export?format={form}")
    assert reply.status_code == 200, reply.text
    return reply.content


def deck(notes, model=ENGLISH):
    made = genanki.Deck(2059400110, "A deck")
    for fields in notes:
        made.add_note(genanki.Note(model=model, fields=fields, tags=["travel"]))
    with tempfile.NamedTemporaryFile(suffix=".apkg") as file:
        genanki.Package(made).write_to_file(file.name)
        return open(file.name, "rb").read()


def collection(package, change):
    """The deck with its database changed."""
    with zipfile.ZipFile(io.BytesIO(package)) as zipped, tempfile.NamedTemporaryFile() as file:
        file.write(zipped.read("collection.anki2"))
        file.flush()
        db = sqlite3.connect(file.name)
        change(db)
        db.commit()
        db.close()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
            again.write(file.name, "collection.anki2")
            again.writestr("media", "{}")
        return out.getvalue()


def test_a_csv_file_is_imported_and_every_row_accounted_for(learner):
    text = ('\ufeffword,translation,example_sentence,tags\r\n'
            'breeze,làn gió nhẹ,"A breeze, cool and light.",weather nature\r\n'
            'gust,"cơn gió\r\nmạnh",,\r\n'
            ',không có từ,,\r\n'
            'Breeze,Làn gió nhẹ,,\r\n')
    view = imported(learner, text.encode())
    assert view["format"] == "csv"
    assert results(view) == [(2, "breeze", "imported"), (3, "gust", "imported"), (5, "", "refused"),
                             (6, "Breeze", "duplicate")]
    assert view["rows"][2]["reason"] == "word is missing"
    assert (view["imported"], view["duplicates"], view["refused"]) == (2, 1, 1)
    mine = words(learner)
    assert mine["breeze"]["example_sentence"] == "A breeze, cool and light."
    assert mine["breeze"]["tags"] == ["weather", "nature"]
    assert mine["breeze"]["id"] == view["rows"][0]["id"]


def test_importing_twice_changes_nothing(learner):
    text = "word,translation\nalpha,một\nbeta,hai\n".encode()
    assert imported(learner, text)["imported"] == 2
    again = imported(learner, text)
    assert (again["imported"], again["duplicates"]) == (0, 2)
    assert len(words(learner)) == 2


def test_a_dry_run_says_the_same_and_keeps_nothing(learner):
    text = "word,translation\nalpha,một\n,hai\n".encode()
    dry = imported(learner, text, dry_run="true")
    assert dry["dry_run"] and dry["imported"] == 1 and words(learner) == {}
    assert results(imported(learner, text)) == results(dry)


def test_columns_can_be_named(learner):
    text = "Từ,Nghĩa tiếng Việt\nalpha,một\n".encode()
    refused = upload(learner, text)
    assert refused.status_code == 422 and "Nghĩa" in refused.text
    columns = json.dumps({"word": "Từ", "translation": "2"})
    assert imported(learner, text, columns=columns)["imported"] == 1


def test_anki_text_with_directives(learner):
    text = ("#separator:tab\n#html:true\n#columns:Front\tBack\tTags\n#tags column:3\n"
            "sea<br>shore\tb&#7901; bi&#7875;n\tnature travel\n")
    view = imported(learner, text.encode())
    assert view["format"] == "anki" and results(view) == [(5, "sea shore", "imported")]
    mine = words(learner)["sea shore"]
    assert mine["translation"] == "bờ biển" and mine["tags"] == ["nature", "travel"]


@pytest.mark.parametrize("content, what", [
    (b"", "file"), (b"word,translation\n", "file"), (b"PK\x03\x04 and no zip", "file"),
    ("word,translation\n".encode("utf-16"), "file"), (b"just one column\nword\n", "file")])
def test_a_file_that_cannot_be_read_is_refused_whole(learner, content, what):
    reply = upload(learner, content)
    assert reply.status_code == 422, reply.text
    assert what in reply.json()["error"]["details"]["fields"]


def test_rows_in_another_encoding_are_refused_by_line(learner):
    view = imported(learner, b"word,translation\ncaf\xe9,qu\xe1n\ntea,tra\n")
    assert [row["result"] for row in view["rows"]] == ["refused", "imported"]
    assert "UTF-8" in view["rows"][0]["reason"]


def test_options_are_checked(learner):
    text = b"word,translation\na,b\n"
    for fields in ({"dry_run": "perhaps"}, {"dry_run": ""}, {"columns": "[1]"}, {"columns": '{"colour": "a"}'}, {"other": "x"}):
        reply = upload(learner, text, **fields)
        assert reply.status_code == 422 and next(iter(fields)) in reply.json()["error"]["details"]["fields"], reply.text


def test_a_part_without_a_line_is_malformed_and_harms_nobody(learner):
    """Drogon's parser reads on past such a body; on a page's end that was the end of the process."""
    for padding in range(0, 4096, 61):
        body = f"--edge\r\n--edge--\r\n{'x' * padding}".encode()
        reply = learner.call("POST", "/vocabulary/import", content=body,
                             headers={"Content-Type": "multipart/form-data; boundary=edge"})
        assert reply.status_code == 400, reply.text


def test_a_file_over_its_limit_is_too_large(learner):
    assert upload(learner, b"x" * (20 * 2**20 + 1)).status_code == 413
    rows = "word,translation\n" + "".join(f"w{i},t\n" for i in range(20_001))
    assert upload(learner, rows.encode()).status_code == 413


def test_a_zip_bomb_is_refused(learner):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as zipped, zipped.open("collection.anki2", "w") as file:
        for _ in range(110):
            file.write(bytes(2**20))
    assert upload(learner, bomb.getvalue()).status_code == 413


def test_a_deck_of_genanki_is_imported(learner):
    view = imported(learner, deck([["<b>harbour</b>", "bến&nbsp;cảng", "The harbour is old."], ["", "trống", ""]]))
    assert view["format"] == "apkg"
    assert results(view) == [(1, "harbour", "imported"), (2, "", "refused")]
    mine = words(learner)["harbour"]
    assert mine["translation"] == "bến cảng" and mine["tags"] == ["travel"]


def test_a_deck_brings_its_history_along(learner):
    now = datetime.now(timezone.utc).replace(microsecond=0)
    answers = [(now - timedelta(days=30), 3), (now - timedelta(days=30) + timedelta(minutes=10), 3),
               (now - timedelta(days=28), 1), (now - timedelta(days=28) + timedelta(minutes=10), 3),
               (now - timedelta(days=20), 4)]

    def studied(db):
        card, = db.execute("SELECT id FROM cards").fetchone()
        crt, = db.execute("SELECT crt FROM col").fetchone()
        due = (int(now.timestamp()) - crt) // 86400 + 12
        db.execute("UPDATE cards SET type = 2, queue = 2, ivl = 32, due = ?, factor = 2300, reps = 5, lapses = 1", (due,))
        for at, ease in answers:
            db.execute("INSERT INTO revlog VALUES (?, ?, -1, ?, 1, 1, 2300, 4000, 1)",
                       (int(at.timestamp() * 1000), card, ease))

    view = imported(learner, collection(deck([["harbour", "bến cảng", ""]]), studied))
    assert view["reviews"] == len(answers)
    schedule = words(learner)["harbour"]["schedule"]
    assert (schedule["state"], schedule["interval_days"], schedule["lapses"]) == ("review", 32, 1)
    due = datetime.fromisoformat(schedule["next_review_at"])
    assert timedelta(days=11) < due - now < timedelta(days=13)

    from fsrs import Card, Rating, Scheduler
    card = Card(card_id=1)
    for at, ease in answers:
        card, _ = Scheduler(enable_fuzzing=False).review_card(card, Rating(ease), at)
    assert schedule["stability"] == pytest.approx(card.stability, rel=1e-6)
    assert schedule["difficulty"] == pytest.approx(card.difficulty, rel=1e-6)


@pytest.fixture
def studied(learner):
    """A learner with five words, three of them reviewed."""
    imported(learner, ("word,translation,pronunciation,example_sentence,level,tags\n"
                       "one,một,wʌn,One is enough.,A1,numbers\ntwo,hai,tuː,,A1,numbers\nthree,ba,,,,\n"
                       "<four> & more,bốn,,,,\nfive,năm,,,B2,\n").encode())
    mine = words(learner)
    for name, ratings in (("one", ["good", "good"]), ("two", ["again", "hard", "good", "easy"]), ("three", ["easy"])):
        for rating in ratings:
            learner.data("POST", f"/vocabulary/{mine[name]['id']}/review", {"rating": rating, "time_spent_ms": 2500})
            time.sleep(0.002)  # Anki's log counts milliseconds
    return learner


def same_word(left, right):
    names = ("word", "translation", "pronunciation", "example_sentence", "level", "tags")
    assert [left.get(n) for n in names] == [right.get(n) for n in names]
    was, now = left["schedule"], right["schedule"]
    for name in ("state", "status", "review_count", "lapses", "interval_days"):
        assert was[name] == now[name], (left["word"], name, was, now)
    if "last_review_at" in was:
        assert was["stability"] == pytest.approx(now["stability"], rel=1e-9)
        assert was["difficulty"] == pytest.approx(now["difficulty"], rel=1e-9)
        for name in ("next_review_at", "last_review_at"):
            apart = datetime.fromisoformat(was[name]) - datetime.fromisoformat(now[name])
            assert abs(apart) < timedelta(seconds=1), (left["word"], name)


def test_an_exported_deck_is_the_same_in_a_fresh_account(studied, newcomer):
    other = newcomer()
    package = exported(studied, "apkg")
    view = imported(other, package)
    assert (view["imported"], view["reviews"]) == (5, 7)
    mine, theirs = words(studied), words(other)
    assert mine.keys() == theirs.keys()
    for name, word in mine.items():
        same_word(word, theirs[name])
    logs = []
    for package in (package, exported(other, "apkg")):
        with zipfile.ZipFile(io.BytesIO(package)) as zipped, tempfile.NamedTemporaryFile() as file:
            file.write(zipped.read("collection.anki2"))
            file.flush()
            logs.append(sqlite3.connect(file.name).execute("SELECT id, ease, time FROM revlog ORDER BY id").fetchall())
    assert logs[0] == logs[1] and len(logs[0]) == 7


@pytest.mark.parametrize("form", ["csv", "anki"])
def test_exported_text_is_the_same_words_in_a_fresh_account(studied, newcomer, form):
    other = newcomer()
    assert imported(other, exported(studied, form))["imported"] == 5
    mine, theirs = words(studied), words(other)
    for name, word in mine.items():
        for field in ("translation", "pronunciation", "example_sentence", "level", "tags"):
            assert word.get(field) == theirs[name].get(field), (name, field)


def test_exported_csv_has_the_schedule(studied):
    rows = {row["word"]: row for row in csv.DictReader(io.StringIO(exported(studied, "csv").decode()))}
    assert len(rows) == 5
    assert rows["three"]["status"] == "learned" and int(rows["three"]["interval_days"]) > 0
    assert rows["five"]["status"] == "new" and rows["five"]["due"] == ""


def test_an_exported_deck_opens_in_anki(studied, tmp_path):
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
    package = tmp_path / "deck.apkg"
    package.write_bytes(exported(studied, "apkg"))
    anki = Collection(str(tmp_path / "collection.anki2"))
    try:
        anki.import_anki_package(ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions(with_scheduling=True)))
        assert anki.note_count() == 5
        assert anki.db.scalar("SELECT count() FROM revlog") == 7
        note = anki.get_note(anki.find_notes("Word:three")[0])
        assert note["Translation"] == "ba" and note.cards()[0].type == 2
        package.unlink()
        from anki.collection import ExportAnkiPackageOptions
        anki.export_anki_package(out_path=str(package), limit=None, options=ExportAnkiPackageOptions(
            with_scheduling=True, with_media=False, legacy=False))
    finally:
        anki.close()
    # and back from Anki's newest form, a zstd stream with other tables
    assert "collection.anki21b" in zipfile.ZipFile(package).namelist()
    again = imported(studied, package.read_bytes(), dry_run="true")
    assert (again["duplicates"], again["refused"]) == (5, 0), again


def test_what_someone_else_exports_is_their_own(studied, newcomer):
    assert len(list(csv.reader(io.StringIO(exported(newcomer(), "csv").decode())))) == 1


def test_two_imports_at_once_import_once(learner, at_once):
    text = ("word,translation\n" + "".join(f"word{i},từ {i}\n" for i in range(300))).encode()
    views = at_once(4, lambda _: imported(learner, text))
    assert sum(view["imported"] for view in views) == 300
    assert len(words(learner)) == 300


def test_an_unknown_format_is_refused(learner):
    assert learner.call("GET", "/vocabulary/export?format=pdf").status_code == 422
