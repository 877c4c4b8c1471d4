#!/usr/bin/env python3
"""Makes lib/core/api from the OpenAPI documents of two running services, or of two files:

    python3 LexiLingo_app/tool/generate.py http://localhost:8000 http://localhost:8001
    python3 LexiLingo_app/tool/generate.py backend.json ai.json --check     # says what differs, changes nothing
"""
import argparse
import json
import pathlib
import sys
import urllib.request

import dart

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "lib" / "core" / "api"


def document(source):
    if source.startswith(("http://", "https://")):
        with urllib.request.urlopen(source.rstrip("/") + "/openapi.json", timeout=30) as reply:
            return json.load(reply)
    return json.loads(pathlib.Path(source).read_text())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("backend", nargs="?", default="http://localhost:8000")
    parser.add_argument("ai", nargs="?", default="http://localhost:8001")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file is out of date")
    given = parser.parse_args()
    files = dart.write({"backend": document(given.backend), "ai": document(given.ai)})
    stale = [name for name, text in files.items()
             if not (FOLDER / name).exists() or (FOLDER / name).read_text() != text]
    for name in stale:
        print(("out of date: " if given.check else "written: ") + name)
        if not given.check:
            (FOLDER / name).write_text(files[name])
    sys.exit(1 if given.check and stale else 0)


if __name__ == "__main__":
    main()
