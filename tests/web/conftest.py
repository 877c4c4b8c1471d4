"""The web client as a learner has it: Chromium, both services, no mocks. Screenshots go to LEXI_SHOTS."""
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid

import httpx
import pytest
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness

CHROMIUM = "/usr/bin/chromium"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
PATIENCE = 60  # seconds, where another suite shares the cores; what comes at all comes in a few
PASSWORD = "mot-cau-that-dai-de-nho"
SPOKEN = "Mike likes the white one"  # of the recording that the fake microphone plays
CLIP = harness.CLONE / "tests" / "data" / "speechocean762" / "000050003.opus"


class Site:
    """Both services, and what a browser needs to know of them."""

    def __init__(self):
        self.ai = harness.ai_service()
        self.backend = harness.backend(WEB_DIR=os.environ["LEXI_WEB"], AI_PUBLIC_URL=f"http://localhost:{self.ai.port}")
        self.url = f"http://localhost:{self.backend.port}"
        self.ai.environment["ALLOWED_ORIGINS"] = self.url

    def start(self):
        self.ai.start()
        self.backend.start()
        assert harness.wait_for(self.is_loaded, 300)
        return self

    def is_loaded(self):
        return all(engine["state"] != "loading" for engine in harness.engines(self.ai.url).values())

    def stop(self):
        self.backend.stop()
        self.ai.stop()


@pytest.fixture(scope="session")
def site():
    site = Site()
    yield site.start()
    site.stop()


class Learner:
    """A new account, beside the browser: to prepare it, and to ask what the Backend holds."""

    def __init__(self, site, level=None):
        name = "u" + uuid.uuid4().hex[:12]
        self.site, self.email = site, f"{name}@example.com"
        self.http = httpx.Client(base_url=site.backend.url + "/api/v1", timeout=30)
        self.call("POST", "/auth/register", {"email": self.email, "username": name, "password": PASSWORD,
                                             "display_name": "An", "time_zone": "Asia/Ho_Chi_Minh"})
        self.tokens = self.http.post("/auth/login", json={"email": self.email, "password": PASSWORD}).json()
        self.http.headers["Authorization"] = "Bearer " + self.tokens["access_token"]
        if level:
            self.call("PUT", "/users/me", {"level": level})

    def call(self, method, path, body=None):
        headers = {"Idempotency-Key": uuid.uuid4().hex} if method == "POST" else {}
        reply = self.http.request(method, path, json=body, headers=headers)
        assert reply.status_code < 400, reply.text
        return reply.json()["data"] if reply.content else None

    def learn(self, count):
        """Puts words of the catalogue among the learner's own."""
        for entry in self.call("GET", f"/vocabulary?scope=catalogue&page_size={count}"):
            self.call("POST", "/vocabulary", {"vocabulary_id": entry["vocabulary_id"]})

    def reviews(self):
        return self.call("GET", "/users/me/export")["tables"]["review_log"]


@pytest.fixture
def learner(site):
    return Learner(site)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def voice(tmp_path_factory):
    """A learner's recording for the fake microphone, which takes WAV at 48 kHz."""
    path = tmp_path_factory.mktemp("voice") / "voice.wav"
    subprocess.run(["sox", CLIP, "-r", "48000", "-b", "16", "-c", "1", path, "pad", "0", "1"], check=True)
    return path


def launch(playwright, *arguments):
    # The root has one user, and Chromium's own sandbox wants more; the pages are ours.
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[
        "--no-sandbox", "--autoplay-policy=no-user-gesture-required", *arguments])


@pytest.fixture(scope="session")
def browser(playwright, voice):
    browser = launch(playwright, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                     f"--use-file-for-fake-audio-capture={voice}")
    yield browser
    browser.close()


def kept_tokens(site, learner):
    return {"cookies": [], "origins": [{"origin": site.url, "localStorage": [
        {"name": "lexi.tokens", "value": json.dumps(learner.tokens)}]}]}


class Mistakes(list):
    """What the browser complains of: exceptions, and what the security policy refuses."""

    def watch(self, page):
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("console", lambda message: self.append(message.text)
                if "Content Security Policy" in message.text else None)


@pytest.fixture
def opened(site, browser):
    """opened(learner) -> a page of a browser that nobody else uses; it must not complain."""
    contexts, mistakes = [], Mistakes()

    def open_page(learner=None, browser=browser, **options) -> Page:
        context = browser.new_context(
            base_url=site.url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=PHONE,
            storage_state=kept_tokens(site, learner) if learner else None, **options)
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        page = context.new_page()
        mistakes.watch(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not mistakes


def shoot(page, name):
    """The whole page at the size of a phone and of a desk."""
    folder = pathlib.Path(os.environ["LEXI_SHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    for size, suffix in ((DESKTOP, "desktop"), (PHONE, "phone")):
        page.set_viewport_size(size)
        page.wait_for_timeout(250)
        page.screenshot(path=folder / f"{name}-{suffix}.png", full_page=True)


def main_button(page, text):
    return page.get_by_role("button", name=re.compile(f"^{text}"))
