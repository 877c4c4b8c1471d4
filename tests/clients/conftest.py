"""Both services, with one secret and one Redis, as an app has them."""
import pathlib
import sys

import httpx
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import harness

sys.path.insert(0, str(harness.CLONE / "LexiLingo_app" / "tool"))


@pytest.fixture(scope="session")
def services():
    ai = harness.ai_service().start()
    backend = harness.backend().start()
    ready = lambda: all(engine["state"] != "loading" for engine in harness.engines(ai.url).values())
    assert harness.wait_for(ready, 180), ai.tail()
    yield {"backend": backend, "ai": ai}
    backend.stop()
    ai.stop()


@pytest.fixture(scope="session")
def documents(services):
    return {name: httpx.get(service.url + "/openapi.json", timeout=30).json() for name, service in services.items()}
