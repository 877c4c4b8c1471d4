"""The report, and the checks that every content file shares: keys, types and clean text."""
import json
import re
import unicodedata

from .text import duplicates, has_diacritic

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Keys whose English is in sentences: a capital within one marks a name.
SENTENCES = ("text", "prompt", "answer", "alternatives", "choices", "audio_text", "example")


class Report:
    def __init__(self):
        self.problems = []
        self.vietnamese, self.english = [], []   # every text met, to be judged when all are known

    def add(self, file, slug, reason):
        problem = f"{file}: {slug}: {reason}"
        if problem not in self.problems:
            self.problems.append(problem)


def check_text(report, file, slug, key, text, may_be_empty=False):
    if not text:
        if not may_be_empty:
            report.add(file, slug, f"{key} is empty")
        return
    if unicodedata.normalize("NFC", text) != text:
        report.add(file, slug, f"{key} is not in Unicode NFC")
    if text != text.strip() or "  " in text:
        report.add(file, slug, f"{key} has stray spaces")
    if not text.isprintable() and any(
            unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") and c != "\n" for c in text):
        report.add(file, slug, f"{key} has control characters")
    if key == "translation" or key.endswith("_vi") or (key == "right" and has_diacritic(text)):
        report.vietnamese.append((file, slug, "text_vi" if key == "right" else key, text))
        if len(text.split()) > 3 and not has_diacritic(text):
            report.add(file, slug, f"{key} has no Vietnamese diacritics")
    elif key in SENTENCES:
        report.english.append(text)


def check_shape(report, file, slug, value, shape, empty_keys=()):
    """True when every key is there, none is unknown, and the types are right."""
    if not isinstance(value, dict):
        report.add(file, slug, "not an object")
        return False
    before = len(report.problems)
    allowed = {key.lstrip("?"): kind for key, kind in shape.items()}
    for key in shape:
        if not key.startswith("?") and key not in value:
            report.add(file, slug, f"missing key {key}")
    for key, content in value.items():
        if key not in allowed:
            report.add(file, slug, f"unknown key {key}")
        elif type(content) is not allowed[key]:   # bool is an int for isinstance
            report.add(file, slug, f"{key} is not {allowed[key].__name__}")
    if len(report.problems) > before:
        return False
    for key, content in value.items():
        if isinstance(content, str):
            check_text(report, file, slug, key, content, key in empty_keys)
    return True


def check_strings(report, file, slug, key, values, text_key=None):
    if not all(isinstance(v, str) for v in values):
        report.add(file, slug, f"{key} has an entry that is not a string")
        return False
    for value in values:
        check_text(report, file, slug, text_key or key, value)
    return True


def check_slug(report, file, slug):
    if not SLUG.fullmatch(slug):
        report.add(file, slug, "slug is not lower-case words joined by hyphens")


def read_json(report, file, path):
    def no_repeats(pairs):
        for key in duplicates(key for key, _ in pairs):
            report.add(file, "-", f"key {key} appears twice in one object")
        return dict(pairs)
    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_repeats)
    except (OSError, ValueError) as error:
        report.add(file, "-", f"cannot be read: {error}")
        return None
