"""Nothing acknowledged is lost: each service is killed with SIGKILL under load and started again."""
import pathlib
import sys
import threading
import time
import uuid

import httpx
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness


class Writers:
    """Parallel clients that note what was acknowledged, and send an unanswered write again under its key."""

    def __init__(self, count, write):
        self.acknowledged, self.lock, self.ended = [], threading.Lock(), threading.Event()
        self.write = write
        self.threads = [threading.Thread(target=self.work, args=(i,)) for i in range(count)]
        for thread in self.threads:
            thread.start()

    def work(self, which):
        serial = 0
        with httpx.Client(timeout=20) as client:
            while not self.ended.is_set():
                serial += 1
                key = uuid.uuid4().hex
                while not self.ended.is_set():
                    try:
                        noted = self.write(client, which, serial, key)
                    except httpx.TransportError:
                        time.sleep(0.05)
                        continue
                    if noted is None:
                        time.sleep(0.05)
                        continue
                    with self.lock:
                        self.acknowledged.append(noted)
                    break

    def wait_for_more(self, count, seconds=120):
        """Until so many more writes are acknowledged, however slow the machine is."""
        wanted, deadline = len(self.acknowledged) + count, time.monotonic() + seconds
        while len(self.acknowledged) < wanted:
            assert time.monotonic() < deadline, "no progress"
            time.sleep(0.05)

    def stop(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()
        return self.acknowledged


def test_backend_loses_no_acknowledged_word_and_doubles_none():
    service = harness.backend(content=False).start()
    try:
        _, headers = harness.register(service.url)

        def write(client, which, serial, key):
            word = f"word-{which}-{serial}"
            reply = client.post(f"{service.url}/api/v1/vocabulary", headers={**headers, "Idempotency-Key": key},
                                json={"word": word, "translation": "từ"})
            if reply.status_code >= 500:
                return None
            assert reply.status_code == 201, reply.text
            return word

        writers = Writers(8, write)
        for _ in range(5):
            writers.wait_for_more(20)
            service.kill()
            service.start()
        writers.wait_for_more(5)
        acknowledged = writers.stop()
        stored, page = [], 1
        while True:
            reply = httpx.get(f"{service.url}/api/v1/vocabulary", headers=headers,
                              params={"page": page, "page_size": 100}).json()
            stored += [item["word"] for item in reply["data"]]
            if page >= reply["pagination"]["total_pages"]:
                break
            page += 1
        lost = set(acknowledged) - set(stored)
        print(f"backend: 5 kills, {len(acknowledged)} acknowledged, {len(lost)} lost, "
              f"{len(stored) - len(set(stored))} doubled")
        assert not lost
        assert len(stored) == len(set(stored))
    finally:
        service.stop()


@pytest.fixture
def ai_with_token():
    service = harness.ai_service(MAX_TOKENS="8").start()
    yield service, harness.bearer()
    service.stop()


def kill_during_chats(service, headers, kills, clients=2):
    """(acknowledged, lost, doubled) messages after so many SIGKILLs in the middle of answers."""
    chat = f"{service.url}/api/v1/ai/chat"

    def write(client, which, serial, key):
        text = f"hello {which} {serial} {key}"
        reply = client.post(chat, headers={**headers, "Idempotency-Key": key}, json={"message": text})
        if reply.status_code >= 500 or reply.status_code == 409:   # the first try is still being answered
            return None
        assert reply.status_code == 200, reply.text
        data = reply.json()["data"]
        return text, data["session_id"], data["message_id"], data["reply"]

    writers = Writers(clients, write)
    for _ in range(kills):
        writers.wait_for_more(2)
        service.kill()  # in the middle of the next answers
        service.start()
    writers.wait_for_more(1)
    acknowledged = writers.stop()
    lost = doubled = 0
    for text, session, message, answer in acknowledged:
        reply = httpx.get(f"{chat}/sessions/{session}", headers=headers, timeout=20)
        messages = reply.json()["data"]["messages"] if reply.status_code == 200 else []
        said = [m for m in messages if m["content"] == text]
        answered = [m for m in messages if m["role"] == "assistant" and m["content"] == answer]
        lost += not said or not answered
        doubled += len(said) > 1
    return len(acknowledged), lost, doubled


def test_ai_service_loses_no_acknowledged_message_and_doubles_none(ai_with_token):
    acknowledged, lost, doubled = kill_during_chats(*ai_with_token, kills=3)
    print(f"ai-service: 3 kills, {acknowledged} acknowledged, {lost} lost, {doubled} doubled")
    assert (lost, doubled) == (0, 0)
