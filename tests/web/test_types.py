"""The typed clients are made from the documents of the running services: a call that they do not know fails here."""
import os
import subprocess

import harness

WEB = harness.CLONE / "web"


def node(*arguments):
    done = subprocess.run([os.environ["LEXI_NODE"], *arguments], cwd=WEB, text=True, capture_output=True, timeout=180)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    return done.stdout


def test_every_call_fits_the_openapi_documents(site):
    node("scripts/types.js", site.backend.url, site.ai.url)
    print(node("node_modules/svelte-check/bin/svelte-check", "--tsconfig", "tsconfig.json", "--fail-on-warnings"))


def test_the_lock_file_names_no_registry():
    assert '"resolved"' not in (WEB / "package-lock.json").read_text()
